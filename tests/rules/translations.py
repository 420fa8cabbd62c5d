#!/usr/bin/env python3
"""Every text that the program can show has a French translation, and no translation has lost its text."""
import pathlib
import re
import subprocess
import sys
import tempfile

KEYWORDS = ["--keyword=tr:1", "--keyword=trf:2", "--keyword=trn:2,3", "--keyword=plural:1,2", "--keyword=counted:2,3",
            "--keyword=N_:1"]


def entries(po_text):
    """msgid -> (msgid_plural, [msgstr...]) of a .po file, fuzzy ones left out; by msgfmt's own canonical form."""
    found = {}
    for block in re.split(r"\n\s*\n", po_text):
        lines = [line for line in block.splitlines() if not line.startswith("#~")]
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        fields, current = {}, None
        for line in lines:
            match = re.match(r'(msgid_plural|msgid|msgstr(?:\[\d\])?)\s+"(.*)"$', line)
            if match:
                current = match.group(1)
                fields[current] = match.group(2)
            elif current and (match := re.match(r'"(.*)"$', line)):
                fields[current] += match.group(1)
        if "msgid" in fields:
            found[fields["msgid"]] = fields
    return found


def texts_with_fields(source):
    """Literals that {0} makes a text to be shown, wherever they stand: a text that passes through another name is found by no keyword.
    Markup is none."""
    source = re.sub(r"^\s*//.*$", "", source, flags=re.M)
    for literals in re.findall(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+', source):
        text = "".join(re.findall(r'"((?:[^"\\\n]|\\.)*)"', literals))
        if "{0}" in text and "<" not in text and re.search(r"[A-Za-z]", re.sub(r"\{\d[^}]*\}", "", text)):
            yield text


def main(root):
    sources = sorted(str(f.relative_to(root)) for part in ("geo", "app") for f in (root / part).rglob("*")
                     if f.suffix in (".cpp", ".h") and f.name != "translator.h")
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / "malimap.pot"
        subprocess.run(["xgettext", "--language=C++", "--from-code=UTF-8", "--no-wrap", *KEYWORDS, "-o", pot, *sources],
                       cwd=root, check=True, stderr=subprocess.DEVNULL)
        needed = entries(pot.read_text())
    french = root / "assets/translations/fr.po"
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", french], check=True)
    have = entries(subprocess.run(["msgcat", "--no-wrap", french], check=True, capture_output=True, text=True).stdout)
    faults = []
    for msgid, fields in needed.items():
        if not msgid:
            continue
        translated = have.get(msgid)
        if translated is None or not translated.get("msgstr", translated.get("msgstr[0]")):
            faults.append(f"no French for: {msgid}")
            continue
        if ("msgid_plural" in fields) != ("msgid_plural" in translated):
            faults.append(f"singular and plural do not match: {msgid}")
        for key, text in translated.items():
            if key.startswith("msgstr") and set(re.findall(r"\{\d[^}]*\}", text)) - set(
                    re.findall(r"\{\d[^}]*\}", msgid + translated.get("msgid_plural", ""))):
                faults.append(f"a field that the English does not have: {text}")
    known = set(have) | {fields["msgid_plural"] for fields in have.values() if "msgid_plural" in fields}
    faults += [f"{name}: not found as a text to translate: {text}" for name in sources
               for text in texts_with_fields((root / name).read_text()) if text not in known]
    faults += [f"no longer in the code: {msgid}" for msgid in have if msgid and msgid not in needed]
    print(f"{len(needed)} texts in the code, {len(have)} in French")
    print("\n".join(faults))
    return 1 if faults or len(needed) < 2 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
