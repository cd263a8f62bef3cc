/// A book made only to prove that the format can say what the laws of many places say. It is no source of law.
let manyPlaces = """
  {
    "format": 1, "id": "many-places", "title": "Patterns", "jurisdiction": "nowhere", "edition": "test",
    "sources": {"T": {"title": "A test, not a law"}},
    "rules": [
      \(rule("philippines", when: #""locality": ["ph"]"#, distance: #"""
        {"cases": [{"when": {"land": ["urban"]}, "metres": 3}, {"when": {"land": ["farm"]}, "metres": 20},
          {"when": {"land": ["forest"]}, "metres": 40}]}
        """#, line: "high_water")),
      \(rule("indonesia-undiked", when: #""locality": ["id"], "diked": false, "land": ["urban"]"#, distance: #"""
        {"by": "depth_m", "steps": [{"to": 3, "metres": 10}, {"above": 3, "to": 20, "metres": 15},
          {"above": 20, "metres": 30}]}
        """#, line: "channel_bed_edge")),
      \(rule("indonesia-diked", when: #""locality": ["id"], "diked": true"#, distance: #"""
        {"cases": [{"when": {"land": ["urban"]}, "metres": 3}], "otherwise": {"metres": 5}}
        """#, line: "dike_foot")),
      \(rule("indonesia-rural", when: #""locality": ["id"], "diked": false, "land": ["rural"]"#, distance: #"""
        {"by": "basin_km2", "steps": [{"to": 500, "no_number": "not seen"}, {"above": 500, "metres": 100}]}
        """#, line: "channel_bed_edge")),
      \(rule("kenya", when: #""locality": ["ke"]"#, distance: #"""
        {"copy": "width_m", "at_least_m": 6, "at_most_m": 30}
        """#, line: "bank_top")),
      \(rule("brazil", when: #""locality": ["br", "br-town"]"#, distance: #"""
        {"by": "width_m", "steps": [{"below": 10, "metres": 30}, {"from": 10, "to": 50, "metres": 50},
          {"above": 50, "to": 200, "metres": 100}, {"above": 200, "to": 600, "metres": 200},
          {"above": 600, "metres": 500}]}
        """#, line: "channel_bed_edge")),
      \(rule("brazil-town", when: #""locality": ["br-town"]"#, distance: #"{"metres": 12}"#, line: "bank_edge",
        more: #", "overrides": ["brazil"]"#)),
      \(rule("telangana", when: #""locality": ["tg"], "form": "channel", "class": ["canal", "nala"]"#, distance: #"""
        {"by": "width_m", "steps": [{"to": 10, "metres": 2}, {"above": 10, "metres": 9}]}
        """#, line: "legal_boundary")),
      \(rule("telangana-lake", when: #""locality": ["tg"], "form": "large_body""#, distance: #"""
        {"by": "area_ha", "steps": [{"below": 10, "metres": 9}, {"from": 10, "metres": 30}]}
        """#, line: "legal_boundary")),
      \(rule("lagos-2017", when: #""locality": ["la"]"#, distance: #"""
        {"cases": [{"when": {"class": ["primary"], "lined": true}, "metres": 15},
          {"when": {"class": ["primary"]}, "metres": 25}, {"when": {"class": ["secondary"]}, "metres": 7},
          {"when": {"class": ["tertiary"]}, "metres": 3}]}
        """#, line: "fence")),
      \(rule("lagos-2023", when: #""locality": ["la"], "class": ["secondary"]"#, distance: #"{"metres": 3}"#,
        line: "fence")),
      \(rule("sri-lanka", when: #""locality": ["lk"]"#, distance: #"{"no_number": "told per canal"}"#,
        line: "bank_edge")),
      \(rule("flat", when: #""locality": ["flat"]"#, distance: #"""
        {"by": "width_m", "steps": [{"below": 5, "metres": 8}, {"from": 5, "metres": 8}]}
        """#, line: "bank_edge", more: #", "exempt": [{"structures": ["mill"], "text": "Mills stand in water."}]"#)),
      \(rule("trigger", level: "norm", when: #""locality": ["za", "flat"]"#, distance: #"{"metres": 32}"#,
        line: "flood_line"))
    ]
  }
  """

private func rule(
  _ id: String, level: String = "must", when: String, distance: String, line: String, more: String = ""
) -> String {
  """
  {"id": "\(id)", "title": "\(id)", "level": "\(level)", "binds": "building", "clause": "c", "sources": ["T"],
   "confidence": "medium", "verified": false,
   "setback": {"when": {\(when)}, "measured_from": {"line": "\(line)", "text": "t"}, "distance": \(distance)\(more)}}
  """
}
