internal import Cooperative
internal import JSON

/// The record of an allocation: all that is needed to repeat a draw, and nothing personal.
struct AllocationRecord {
  /// Without its seal.
  let content: JSONObject

  init(_ run: AllocationRun) {
    let question = run.question
    func id(_ household: Int) -> String { question.households[household].id }
    func label(_ place: Int) -> String { question.places[place].label }
    let seats = run.allocation.seats.enumerated().compactMap { household, seat in
      seat.map { (id(household), JSONValue.string(label($0))) }
    }
    let fixed = question.fixed.enumerated().compactMap { household, place in
      place.map { (id(household), JSONValue.string(label($0))) }
    }
    let forbidden = question.forbidden.enumerated().filter { !$0.element.isEmpty }.map { household, places in
      (id(household), JSONValue.array(places.sorted().map { .string(label($0)) }))
    }
    content = [
      "klong_record": .count(1), "version": .string(KlongTool.version),
      "without_plot": .array(run.report.withoutPlot.map { .string(id($0)) }),
      "rule_for_missing": .text(run.ruleForMissing), "method": .string(run.request.method.rawValue),
      "roster_sha256": .string(run.file.digest), "plan_sha256": .string(run.intake.planDigest),
      "request": [
        "needs": run.request.needsAreHard ? "hard" : "weighted",
        "need_weight_m": .metres(run.request.needMetres),
        "max_move_m": .metres(ifAny: run.request.mostMetres), "group_size": .count(run.request.groupSize),
        "complete": .bool(run.request.completes),
      ],
      "draw": run.draw.json,
      "left_out_draw": run.allocation.leftOutDraw.map { draw in
        [
          "households": .array(draw.households.map { .string(id($0)) }), "plots": .count(draw.plots),
          "ticket": .string("SHA-256 of key/\(Draw.leftOutSalt)household; the first get a plot"),
        ]
      } ?? .null,
      "fixed": .object(JSONObject(fixed)), "forbidden": .object(JSONObject(forbidden)),
      "groups": .array(
        run.allocation.groups.map { group in
          [
            "group": .string(group.name), "households": .array(group.households.map { .string(id($0)) }),
            "plots": .array(group.places.map { .string(label($0)) }),
          ]
        }),
      "seats": .object(JSONObject(seats)),
      "arithmetic": .array(Self.arithmetic.map(JSONValue.string)),
    ]
  }

  init(content: JSONObject) { self.content = content }

  /// A programme in Python that repeats the draw from the record; an example, any language will do.
  static let arithmetic = [
    "import hashlib, json, sys; r = json.load(open(sys.argv[1])); no = lambda h: r['forbidden'].get(h, [])",
    "ticket = lambda h: hashlib.sha256((r['draw']['key'] + '/' + h).encode()).hexdigest()",
    "for g in r['groups']:",
    "    line, given, left = sorted(g['households'], key=ticket), [], []",
    "    for p in g['plots']:",
    "        h = next((h for h in line if p not in no(h)), None)",
    "        given, left = (given + [[line.pop(line.index(h)), p]], left) if h else (given, left + [p])",
    "    for p in left:",
    "        for i in [i for i, (h, q) in enumerate(given) if line and q not in no(line[0]) and p not in no(h)][-1:]: "
      + "given.append([given[i][0], p]); given[i][0] = line.pop(0)",
    "    for h, p in given: print(h, p, 'right' if r['seats'][h] == p else 'WRONG')",
  ]

  /// SHA-256 of the content, so that a slip of one bit is seen at once.
  var seal: String { SHA256.hexadecimal(of: content.serialized(pretty: true)) }

  var bytes: [UInt8] {
    var sealed = content
    sealed["sha256"] = .string(seal)
    return sealed.serialized(pretty: true) + Array("\n".utf8)
  }
}
