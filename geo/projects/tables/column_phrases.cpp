#include "geo/projects/tables/column_phrases.h"

#include <array>

namespace malimap {
namespace {

// Regions, cercles and communes with their codes are not here: they go by level words.
constexpr std::array kPhrases{
    Phrases{
        Role::Id,
        "code projet|code du projet|project code|project id|projet id|id projet|id du projet|"
        "numero du projet|numero projet|n projet|no projet|no du projet|project number|project "
        "no|reference du projet|reference projet|ref projet|project ref|code de l activite|code "
        "activite|activity code|code action|activity id|iati identifier|identifiant unique|"
        "identifiant|identifier|grant id|=id|=code|=ref|=reference|=numero|=no|=n"},
    Phrases{Role::Title,
            "titre du projet|titre projet|titre|project title|title|intitule du projet|intitule de "
            "l activite|intitule|libelle action|libelle de l action|libelle|nom du projet|nom "
            "projet|project name|programme name|=nom|=name|nom de l activite|activity title|"
            "activity name|=projet|=project|=projets programmes|=projet programme|activite|"
            "activites|activity|activities|=action|=actions|objet|sous "
            "projet|description|=projets|=projects"},
    Phrases{Role::Fund,
            "fonds|fund|funds|type de fonds|fund type|source de fonds|guichet|mecanisme de "
            "financement|funding mechanism|type de financement|funding instrument|instrument de "
            "financement|=instrument"},
    Phrases{Role::Sector,
            "secteur|sector|secteurs|sectors|sector names|sector name|secteur d activite|secteur d "
            "intervention|cluster|clusters|typologie|domaine d intervention|domaine|domaines|"
            "thematique|thematiques|theme|themes|area of work|purpose name|purpose names|axe|axes|"
            "sous secteur|subsector|sub sector|sub cluster|sous cluster|=type d activite|=type d "
            "intervention|=activity type"},
    Phrases{Role::SectorCode,
            "dac code|code cad|cad code|crs code|code crs|dac purpose code|purpose code|purpose "
            "codes|dac sector code|code secteur|code du secteur|sector code|sector codes|"
            "dac 5 code|dac3|dac5"},
    Phrases{Role::Country,
            "=pays|=country|=adm0|adm0 name|=country name|=nom du pays|=nom pays|recipient "
            "country|recipient countries|pays beneficiaire|pays d intervention|pays de mise en "
            "oeuvre|country of implementation|=pays region|=countries|=recipients|=recipient|=adm0 "
            "code|=country code|=recipients iso3"},
    Phrases{Role::Place,
            "localite|localites|village|villages|=villages sites|=village site|lieu d "
            "intervention|lieux d intervention|lieu de mise en oeuvre|lieu d execution|lieu|lieux|"
            "zone d intervention|zones d intervention|zone s d intervention|localisation|location "
            "name|location|locations|place name|place|settlement|site name|nom du site|=site|"
            "=sites|emplacement|zone geographique|zones geographiques|couverture geographique|zone "
            "de couverture|zones couvertes|zone couverte|zone du projet|zones du projet|geographic "
            "coverage|geographical coverage|area of intervention|implementation area|target area|"
            "target areas|areas of operation|zone cible|zones cibles|=zone|=zones|=ville|=villes|"
            "=city|=town|=quartier|sites|site"},
    Phrases{
        Role::PlaceCode,
        "=pcode|=pcodes|=p code|=p codes|=pcod|code ocha|ocha code|code lieu|code localite|code "
        "village|village pcode|location pcode|location code|place code|site pcode"},
    Phrases{Role::Lon,
            "longitude|=lon|=long|=lng|=longitud|=x|gps longitude|lon wgs84|coord x|coordonnee x|"
            "coordonnees x|x coord|point x|gps x|x dd|longitude x|dd long|long dd"},
    Phrases{Role::Lat,
            "latitude|=lat|=latitud|=y|gps latitude|lat wgs84|coord y|coordonnee y|coordonnees y|y "
            "coord|point y|gps y|y dd|latitude y|dd lat|lat dd"},
    Phrases{Role::LonLat,
            "coordonnees gps|coordonnees geographiques|coordonnee gps|gps coordinates|coordonnees|"
            "coordinates|coordinate|coords|=gps|point gps|points gps|geolocalisation|geolocation|"
            "lat long|lat lon|latitude longitude|longitude latitude|lon lat|long lat|=geopoint|"
            "=geom|=geometry|=wkt|=the geom|=geo"},
    Phrases{Role::Budget,
            "budget total|total budget|montant total|cout total|total cost|total commitments|total "
            "commitment|budget|montant du projet|cout du projet|project cost|montant|cout|cost|"
            "amount|budgets|montants|couts|total amount|total funding|enveloppe|allocation|"
            "commitment|commitments|engagement|engagements|engage|financement total|financement "
            "obtenu|financement recu|funding amount|=funding|funding received|financement usd|"
            "funding usd|valeur|value|=usd|=total usd|=fcfa|=total fcfa"},
    Phrases{Role::Currency, "devise|currency|monnaie|=ccy|=curr|=currency code"},
    Phrases{Role::Status,
            "statut du projet|project status|statut de l activite|activity status|statut|status|"
            "etat d avancement|etat du projet|etat de mise en oeuvre|implementation status|etat de "
            "l activite|avancement|=etat|=state|=stade|=phase|=situation|niveau d execution|niveau "
            "d avancement"},
    Phrases{Role::Start,
            "date de debut|date debut|start date|date start|date du debut|debut du projet|debut de "
            "l activite|project start|activity start|start actual isodate|actual start|planned "
            "start|start|debut|date de demarrage|demarrage|date d approbation|board approval date|"
            "approval date|date de lancement|lancement|date de signature|effective date|=annee|"
            "=year|start year|annee de debut|=date"},
    Phrases{Role::End,
            "date de fin|date fin|end date|date end|date de la fin|fin du projet|fin de l activite|"
            "project end|activity end|end actual isodate|end planned isodate|actual end|planned "
            "end|=fin|=end|fin prevue|date prevue de fin|fin|project closing date|date de cloture|"
            "cloture|closing date|completion date|date d achevement|achevement prevu|date de "
            "livraison|date limite|end year|annee de fin"},
    Phrases{
        Role::Period,
        "periode d execution|periode de mise en oeuvre|periode d intervention|periode du projet|"
        "implementation period|project period|project duration|periode|period|dates|calendrier|"
        "duree d execution|duree du projet|duree|duration|timeframe|time frame"},
    Phrases{Role::Donor,
            "bailleur de fonds|bailleur de fond|bailleurs de fonds|bailleur|bailleurs|donor|donors|"
            "donor name|donateur|donateurs|financeur|financeurs|funder|funders|funding agency|"
            "funding organization|funding organisation|organisme financeur|source de financement|"
            "sources de financement|funding source|source of funding|source of funds|finance par|"
            "funded by|=financement|partenaire financier|partenaires financiers|partenaires "
            "techniques et financiers|ptf|financier"},
    Phrases{Role::Partner,
            "partenaire d execution|partenaire de mise en oeuvre|partenaires de mise en oeuvre|"
            "implementing partner|implementing partners|implementing agency|implementing "
            "organization|implementing organisation|implementer|agence d execution|agence de mise "
            "en oeuvre|executing agency|organisation de mise en oeuvre|organisation acronyme|"
            "organisation accronyme|acronyme organisation|acronyme de l organisation|acronyme|"
            "accronyme|organization acronym|organisation acronym|org acronym|acronym|sigle|nom "
            "organisation|nom de l organisation|organisation name|organization name|organisation|"
            "organization|organisations|organizations|organisme|=org|partenaire|partenaires|"
            "partner|partners|operateur|maitre d oeuvre|maitre d ouvrage|lead agency|lead "
            "organization|structure responsable|responsable|=ong|=ngo|=agence|=agency|=structure|"
            "=acteur|=acteurs|=actor|=beneficiary organization|=qui|=who"},
    Phrases{Role::Count,
            "nombre de projets|nb de projets|nbre de projets|nb projets|nbre projets|number of "
            "projects|no of projects|project count|projects count|=projets|=projects|=nombre|"
            "=count"},
    Phrases{Role::Share,
            "part du budget|part de budget|budget share|share of budget|share percent|location "
            "percentage|=part|=parts|=share|=shares|=pourcentage|=percentage|=percent"},
};

}  // namespace

NotesPhrases notes_phrases() {
  return {
      "description|descriptions|descriptif|remarque|remarques|remark|remarks|observation|"
      "observations|commentaire|commentaires|comment|comments|notes|=note|precision|precisions|"
      "narrative|narratif|details|=detail|resume|summary|informations complementaires|autres "
      "informations|additional information|other information",
      "objectif|objectifs|objective|objectives|resultats|resultat attendu|results|expected results|"
      "indicateur|indicateurs|indicator|indicators|activite|activites|activity|activities|action|"
      "actions|composante|composantes|component|components|contexte|context|justification|produits|"
      "livrables|outputs|libelle projet|libelle du projet|intitule|titre|title|project "
      "title|project "
      "name|nom du projet|=projet|=project|=programme|nom du programme|programme name"};
}

std::span<const Phrases> header_phrases() {
  return kPhrases;
}

}  // namespace malimap
