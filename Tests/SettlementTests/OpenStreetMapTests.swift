import Settlement
import Testing

@Suite("OpenStreetMap tags")
struct OpenStreetMapTests {
  @Test(
    "give a role",
    arguments: [
      (["waterway": "canal"], Role?.some(.canal), "waterway"),
      (["waterway": "wadi"], .canal, "waterway"),
      (["waterway": "riverbank"], .canal, "waterway"),
      (["waterway": "weir"], nil, ""),
      (["natural": "water"], .canal, "natural"),
      (["water": "pond"], .canal, "water"),
      (["amenity": "toilets", "water": "yes"], nil, ""),
      (["building": "yes"], .house, "building"),
      (["building": "no"], nil, ""),
      (["highway": "residential"], .road, "highway"),
      (["highway": "footway"], .lane, "highway"),
      (["highway": "bus_stop"], nil, ""),
      (["landuse": "basin"], .canal, "landuse"),
      (["landuse": "residential"], nil, ""),
      (["boundary": "lot"], .parcel, "boundary"),
      (["boundary": "administrative"], nil, ""),
      ([:], nil, ""),
    ] as [([String: String], Role?, String)])
  func role(tags: [String: String], role: Role?, tag: String) {
    let found = Role.fromOpenStreetMap { tags[$0] }
    #expect(found?.role == role)
    #expect((found?.tag ?? "") == tag)
  }

  @Test(
    "tell a channel from standing water",
    arguments: [
      (["kind": "canal"], WaterForm.channel),
      (["natural": "water"], .standing),
      (["natural": "water", "water": "canal"], .channel),
      (["natural": "water", "water": "river"], .channel),
      (["natural": "water", "waterway": "riverbank"], .channel),
      (["natural": "water", "water": "pond"], .standing),
      (["landuse": "reservoir"], .standing),
      (["kind": "canal", "water": "lake"], .standing),
      (["water": "yes"], .channel),
    ])
  func form(tags: [String: String], form: WaterForm) {
    #expect(WaterForm { tags[$0] } == form)
  }

  @Test(
    "tell covered water",
    arguments: [
      (["tunnel": "culvert"], true), (["tunnel": "yes"], true), (["tunnel": "no"], false),
      (["culvert": "yes"], true), (["location": "underground"], true), (["layer": "-1"], false), ([:], false),
    ] as [([String: String], Bool)])
  func culvert(tags: [String: String], isCulvert: Bool) {
    #expect(Canal.isCulvert { tags[$0] } == isCulvert)
  }
}
