// PDF: vectors, real text with its fonts, named layers, one page after another.

#include "geo/output/document.h"
#include "geo/output/pdf/pdf_canvas.h"
#include "geo/output/pdf/pdf_objects.h"

namespace malimap {
namespace {

constexpr double kPointsPerInch = 72;

std::string number(double value) {
  std::string out;
  append_number(out, value, 4);
  return out;
}

class PdfDocument final : public Document {
 public:
  explicit PdfDocument(DocumentInfo info) : info_(std::move(info)) {}

  Canvas& begin_page(const PageSize& size, const PageInfo& info) override {
    const double scale = kPointsPerInch / size.dpi;
    pages_.push_back({0, info.title, size.width_px * scale, size.height_px * scale, 0});
    canvas_ = std::make_unique<PdfCanvas>(shared_, size.height_px, scale);
    return *canvas_;
  }

  void end_page() override {
    if (!canvas_)
      return;
    pages_.back().content = objects_.add_stream("", canvas_->content());
    pages_.back().object = objects_.reserve();
    canvas_.reset();
  }

  Result<std::string> finish() override;

 private:
  struct Page {
    int object = 0;
    std::string title;
    double width = 0, height = 0;  // points
    int content = 0;
  };

  [[nodiscard]] std::vector<int> write_layers();
  [[nodiscard]] int write_resources(const std::vector<int>& layers);
  void write_pages(int tree, int resources);
  [[nodiscard]] int write_outlines();
  [[nodiscard]] int write_info();
  [[nodiscard]] std::string layer_order(const std::vector<int>& of,
                                        const std::vector<int>& objects) const;

  DocumentInfo info_;
  PdfObjects objects_;
  PdfResources shared_;
  std::unique_ptr<PdfCanvas> canvas_;
  std::vector<Page> pages_;
};

std::vector<int> PdfDocument::write_layers() {
  std::vector<int> objects;
  for (const PdfLayer& layer : shared_.layers)
    objects.push_back(objects_.add("<< /Type /OCG /Name " + pdf_text(layer.name) + " >>"));
  return objects;
}

int PdfDocument::write_resources(const std::vector<int>& layers) {
  std::string out = "<< /Font << " + shared_.fonts.write(objects_) + ">> /ExtGState << ";
  for (const int alpha : shared_.alphas) {
    const std::string text = std::to_string(alpha), share = number(alpha / 255.0);
    out += "/Af" + text + " << /ca " + share + " >> /As" + text + " << /CA " + share + " >> ";
  }
  out += ">> /Properties << ";
  for (std::size_t i = 0; i < layers.size(); ++i)
    out += "/L" + std::to_string(i) + " " + reference(layers[i]) + " ";
  return objects_.add(out + ">> >>");
}

void PdfDocument::write_pages(int tree, int resources) {
  std::string kids;
  for (const Page& page : pages_) {
    kids += reference(page.object) + " ";
    objects_.put(page.object, "<< /Type /Page /Parent " + reference(tree) + " /MediaBox [0 0 " +
                                  number(page.width) + " " + number(page.height) + "] /Resources " +
                                  reference(resources) + " /Contents " + reference(page.content) +
                                  " /Group << /Type /Group /S /Transparency /CS /DeviceRGB >> >>");
  }
  objects_.put(
      tree, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>");
}

int PdfDocument::write_outlines() {
  const int root = objects_.reserve();
  std::vector<int> items;
  for (std::size_t i = 0; i < pages_.size(); ++i)
    items.push_back(objects_.reserve());
  for (std::size_t i = 0; i < pages_.size(); ++i)
    objects_.put(items[i], "<< /Title " + pdf_text(pages_[i].title) + " /Parent " +
                               reference(root) + " /Dest [" + reference(pages_[i].object) +
                               " /Fit]" + (i > 0 ? " /Prev " + reference(items[i - 1]) : "") +
                               (i + 1 < items.size() ? " /Next " + reference(items[i + 1]) : "") +
                               " >>");
  objects_.put(root, "<< /Type /Outlines /First " + reference(items.front()) + " /Last " +
                         reference(items.back()) + " /Count " + std::to_string(items.size()) +
                         " >>");
  return root;
}

int PdfDocument::write_info() {
  std::string day = iso(info_.date);
  std::erase(day, '-');
  return objects_.add("<< /Title " + pdf_text(info_.title) +
                      " /Creator (Malimap) /Producer (Malimap) /CreationDate (D:" + day +
                      "000000Z) >>");
}

std::string PdfDocument::layer_order(const std::vector<int>& of,
                                     const std::vector<int>& objects) const {
  std::string out = "[";
  for (const int layer : of) {
    const auto at = static_cast<std::size_t>(layer);
    out += reference(objects[at]) + " ";
    if (!shared_.layers[at].inside.empty())
      out += layer_order(shared_.layers[at].inside, objects);
  }
  return out + "]";
}

Result<std::string> PdfDocument::finish() {
  if (pages_.empty())
    (void)begin_page({}, {});
  end_page();
  const std::vector<int> layers = write_layers();
  const int tree = objects_.reserve();
  write_pages(tree, write_resources(layers));
  std::string catalog = "<< /Type /Catalog /Pages " + reference(tree) + " /Lang (" +
                        std::string(code_of(info_.language)) +
                        ") /ViewerPreferences << /DisplayDocTitle true >>";
  if (!layers.empty()) {
    catalog += " /OCProperties << /OCGs [";
    for (const int layer : layers)
      catalog += reference(layer) + " ";
    catalog += "] /D << /Order " + layer_order(shared_.outermost, layers) + " >> >>";
  }
  if (pages_.size() > 1)
    catalog += " /Outlines " + reference(write_outlines());
  const int root = objects_.add(catalog + " >>");
  return objects_.file(root, write_info());
}

}  // namespace

std::unique_ptr<Document> make_pdf_document(const DocumentInfo& info) {
  return std::make_unique<PdfDocument>(info);
}

}  // namespace malimap
