#include "geo/output/slides/slide_canvas.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "geo/output/slides/cut.h"
#include "geo/output/slides/slide_text.h"
#include "geo/output/xml_text.h"

namespace malimap {
namespace {

bool boxes_meet(const PixelBox& a, const PixelBox& b) {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height &&
         b.y <= a.y + a.height;
}

bool holds(const PixelBox& outer, const PixelBox& inner) {
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

PixelBox common(const PixelBox& a, const PixelBox& b) {
  const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - x),
          std::max(0.0, std::min(a.y + a.height, b.y + b.height) - y)};
}

Path moved(const Path& path, PixelPoint by) {
  const auto move = [by](PixelPoint p) { return PixelPoint{p.x + by.x, p.y + by.y}; };
  Path out;
  for (const Path::Element& element : path.elements())
    switch (element.verb) {
      case Path::Verb::Move:
        out.move_to(move(element.to));
        break;
      case Path::Verb::Line:
        out.line_to(move(element.to));
        break;
      case Path::Verb::Curve:
        out.curve_to(move(element.a), move(element.b), move(element.to));
        break;
      case Path::Verb::Close:
        out.close();
        break;
    }
  return out;
}

/// The glow that stands for a halo is not drawn by all programs, and a stroke would cover the
/// letters: what the halo keeps apart is veiled behind the whole text. It moves with the text.
void add_ground(pugi::xml_node properties, const PlacedText& text) {
  constexpr int kVeil = 170;       // of 255: dark blue under it still leaves dark text 4.5:1
  add_preset(properties, "rect");  // round corners would push the text inward
  if (text.halo && text.halo->a > 0 && text.halo_width > 0) {
    Colour veil = *text.halo;
    veil.a = static_cast<std::uint8_t>(veil.a * kVeil / 255);
    add_solid_fill(properties, veil);
  } else {
    add_child(properties, "a:noFill");
  }
}

bool is_painted(const Ink& ink) {
  return ink.fill || ink.hatch || ink.stroke;
}

}  // namespace

SlideCanvas::SlideCanvas(const EmuScale& scale, Language language, const std::string& title)
    : scale_(scale), language_(language) {
  pugi::xml_node declaration = slide_.append_child(pugi::node_declaration);
  set(declaration, "version", std::string("1.0"));
  set(declaration, "encoding", std::string("UTF-8"));
  set(declaration, "standalone", std::string("yes"));
  pugi::xml_node slide = add_child(slide_, "p:sld");
  set(slide, "xmlns:a", std::string("http://schemas.openxmlformats.org/drawingml/2006/main"));
  set(slide, "xmlns:r",
      std::string("http://schemas.openxmlformats.org/officeDocument/2006/relationships"));
  set(slide, "xmlns:p", std::string("http://schemas.openxmlformats.org/presentationml/2006/main"));
  pugi::xml_node content = add_child(slide, "p:cSld");
  if (!title.empty())
    set(content, "name", xml_clean(title));
  pugi::xml_node tree = add_child(content, "p:spTree");
  pugi::xml_node own = add_child(tree, "p:nvGrpSpPr");
  pugi::xml_node number = add_child(own, "p:cNvPr");
  set(number, "id", std::int64_t{1});
  set(number, "name", std::string());
  add_child(own, "p:cNvGrpSpPr");
  add_child(own, "p:nvPr");
  add_child(tree, "p:grpSpPr");
  add_child(add_child(slide, "p:clrMapOvr"), "a:masterClrMapping");
  groups_.push_back({tree, {}});
}

/// Numbers are unique on the slide, and so are names: people search them.
void SlideCanvas::name_shape(pugi::xml_node parent, const char* wrapper, const ShapeName& name,
                             const char* kind) {
  pugi::xml_node node = add_child(add_child(parent, wrapper), "p:cNvPr");
  set(node, "id", ++last_id_);
  const std::string id = xml_clean(name.id);
  std::string unique = id.empty() ? std::string(kind) + " " + std::to_string(last_id_) : id;
  for (int copy = 2; !names_.insert(unique).second; ++copy)
    unique = (id.empty() ? std::string(kind) : id) + " (" + std::to_string(copy) + ")";
  set(node, "name", unique);
  if (!name.label.empty())
    set(node, "descr", xml_clean(name.label));
}

void SlideCanvas::begin_group(const ShapeName& name) {
  pugi::xml_node group = add_child(groups_.back().node, "p:grpSp");
  name_shape(group, "p:nvGrpSpPr", name, "Group");
  add_child(group.child("p:nvGrpSpPr"), "p:cNvGrpSpPr");
  add_child(group.child("p:nvGrpSpPr"), "p:nvPr");
  add_child(group, "p:grpSpPr");
  groups_.push_back({group, {}});
}

/// A group's own coordinates are the slide's.
void SlideCanvas::end_group() {
  if (groups_.size() < 2)
    return;
  const Group group = groups_.back();
  groups_.pop_back();
  if (group.bounds.empty()) {
    groups_.back().node.remove_child(group.node);
  } else {
    pugi::xml_node properties = group.node.child("p:grpSpPr");
    add_xfrm(properties, group.bounds);
    pugi::xml_node xfrm = properties.child("a:xfrm");
    pugi::xml_node off = add_child(xfrm, "a:chOff"), ext = add_child(xfrm, "a:chExt");
    set(off, "x", group.bounds.left);
    set(off, "y", group.bounds.top);
    set(ext, "cx", group.bounds.width());
    set(ext, "cy", group.bounds.height());
    groups_.back().bounds.add(group.bounds);
  }
  if (groups_.size() > 1)
    return;
  for (const pugi::xml_node table : tables_.children())
    groups_.back().node.append_copy(table);
  tables_.reset();
}

void SlideCanvas::begin_frame(const PixelBox& box) {
  const PixelBox page = on_page(box);
  frames_.push_back(
      {{page.x, page.y}, frames_.empty() ? page : common(frames_.back().visible, page)});
}

void SlideCanvas::end_frame() {
  if (!frames_.empty())
    frames_.pop_back();
}

PixelBox SlideCanvas::on_page(const PixelBox& box) const {
  const PixelPoint corner = frames_.empty() ? PixelPoint{} : frames_.back().corner;
  return {box.x + corner.x, box.y + corner.y, box.width, box.height};
}

SlideCanvas::Cut SlideCanvas::against_frame(const PixelBox& bounds) const {
  if (frames_.empty() || holds(frames_.back().visible, bounds))
    return Cut::Inside;
  return boxes_meet(frames_.back().visible, bounds) ? Cut::Across : Cut::Outside;
}

/// Returns the shape's p:spPr with its place.
pugi::xml_node SlideCanvas::add_shape(const ShapeName& name, const char* kind,
                                      const EmuBounds& bounds) {
  pugi::xml_node shape = add_child(groups_.back().node, "p:sp");
  name_shape(shape, "p:nvSpPr", name, kind);
  add_child(shape.child("p:nvSpPr"), "p:cNvSpPr");
  add_child(shape.child("p:nvSpPr"), "p:nvPr");
  groups_.back().bounds.add(bounds);
  pugi::xml_node properties = add_child(shape, "p:spPr");
  add_xfrm(properties, bounds);
  return properties;
}

void SlideCanvas::freeform(const Path& path, const Ink& ink, const ShapeName& name) {
  EmuBounds bounds;
  for (const Path::Element& element : path.elements()) {
    if (element.verb == Path::Verb::Close)
      continue;
    bounds.add(scale_.point(element.to));
    if (element.verb == Path::Verb::Curve) {
      bounds.add(scale_.point(element.a));
      bounds.add(scale_.point(element.b));
    }
  }
  if (bounds.empty())
    return;
  pugi::xml_node properties = add_shape(name, "Shape", bounds);
  add_freeform(properties, path, bounds, scale_, ink.fill || ink.hatch);
  add_fill(properties, ink);
  add_line(properties, ink.stroke, scale_);
}

/// An outline must not run along the frame: it becomes a shape of its own.
void SlideCanvas::freeform_cut(const Path& path, const Ink& ink, const ShapeName& name) {
  const PixelBox& visible = frames_.back().visible;
  const bool area = ink.fill || ink.hatch;
  if (area)
    freeform(cut_area(path, visible), {ink.fill, ink.hatch, {}}, name);
  if (!ink.stroke)
    return;
  ShapeName outline = name;
  if (area && !name.id.empty())
    outline.id += " outline";
  freeform(cut_lines(path, visible), {{}, {}, ink.stroke}, outline);
}

void SlideCanvas::shape(const Path& path, const Ink& ink, const ShapeName& name) {
  const Cut cut = against_frame(on_page(bounds_of(path)));
  if (path.empty() || !is_painted(ink) || cut == Cut::Outside)
    return;
  const PixelBox corner = on_page({});
  const Path page = moved(path, {corner.x, corner.y});
  if (cut == Cut::Inside)
    freeform(page, ink, name);
  else
    freeform_cut(page, ink, name);
}

void SlideCanvas::rectangle(const PixelBox& box, const Ink& ink, double corner_radius,
                            const ShapeName& name) {
  if (!is_painted(ink))
    return;
  if (against_frame(on_page(box)) != Cut::Inside)
    return shape(rectangle_path(box), ink, name);
  pugi::xml_node properties = add_shape(name, "Rectangle", scale_.box(on_page(box)));
  const double side = std::min(box.width, box.height);
  if (corner_radius > 0 && side > 0)
    add_preset(properties, "roundRect",
               std::clamp<std::int64_t>(std::llround(corner_radius / side * 100000), 0, 50000));
  else
    add_preset(properties, "rect");
  add_fill(properties, ink);
  add_line(properties, ink.stroke, scale_);
}

void SlideCanvas::circle(PixelPoint centre, double radius, const Ink& ink, const ShapeName& name) {
  if (!is_painted(ink))
    return;
  const PixelBox box{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
  if (against_frame(on_page(box)) != Cut::Inside) {
    constexpr double kWhole = 6.283185307179586;
    return shape(sector(centre, radius, 0, kWhole), ink, name);
  }
  pugi::xml_node properties = add_shape(name, "Circle", scale_.box(on_page(box)));
  add_preset(properties, "ellipse");
  add_fill(properties, ink);
  add_line(properties, ink.stroke, scale_);
}

/// A text whose middle is hidden is left out: it cannot be cut.
void SlideCanvas::text(const PlacedText& text, const ShapeName& name) {
  PixelBox box{text.at.x, text.at.y, text.size.width, text.size.height};
  if (text.style.width_px > 0)
    box.width = text.style.width_px;
  box = on_page(box);
  if (text.text.empty() ||
      (!frames_.empty() &&
       !frames_.back().visible.contains({box.x + box.width / 2, box.y + box.height / 2})))
    return;
  pugi::xml_node properties = add_shape(name, "Text", scale_.box(box));
  pugi::xml_node shape = properties.parent();
  set(shape.child("p:nvSpPr").child("p:cNvSpPr"), "txBox", std::int64_t{1});
  add_ground(properties, text);
  add_text_body(shape, text, language_, scale_);
}

void SlideCanvas::table(const PlacedTable& table, const ShapeName& name) {
  if (table.columns.empty())
    return;
  PixelBox box{table.at.x, table.at.y, 0,
               table.row_height * static_cast<double>(table.rows.size() + 1)};
  for (const PlacedTable::Column& column : table.columns)
    box.width += column.width;
  pugi::xml_node parent = groups_.size() > 1 ? tables_ : groups_.back().node;
  pugi::xml_node frame = add_child(parent, "p:graphicFrame");
  name_shape(frame, "p:nvGraphicFramePr", name, "Table");
  pugi::xml_node own = frame.child("p:nvGraphicFramePr");
  set(add_child(add_child(own, "p:cNvGraphicFramePr"), "a:graphicFrameLocks"), "noGrp",
      std::int64_t{1});
  add_child(own, "p:nvPr");
  add_xfrm(frame, scale_.box(on_page(box)), "p:xfrm");
  add_table(frame, table, language_, scale_);
}

std::string SlideCanvas::xml() {
  while (groups_.size() > 1)
    end_group();
  std::ostringstream out;
  slide_.save(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace malimap
