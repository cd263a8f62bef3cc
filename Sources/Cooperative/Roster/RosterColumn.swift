/// The columns of a roster; all may be missing but `house`.
public enum RosterColumn: String, CaseIterable, Hashable, Sendable {
  case household, house, name, people, tenure, group, needs, plot
  case notPlots = "not_plots"
  case kin, income, savings, debt

  /// Headings besides the English one, compared without case and blanks.
  public var otherHeadings: [String] {
    switch self {
    case .household: ["household id", "id", "ครัวเรือน", "รหัสครัวเรือน"]
    case .house: ["house_no", "house number", "บ้าน", "บ้านเลขที่", "เลขที่บ้าน"]
    case .name: ["ชื่อ", "ชื่อ-สกุล", "หัวหน้าครัวเรือน"]
    case .people: ["members", "คน", "จำนวนคน", "สมาชิก"]
    case .tenure: ["สถานะ", "สิทธิการอยู่อาศัย", "การถือครอง"]
    case .group: ["กลุ่ม", "กลุ่มย่อย"]
    case .needs: ["need", "ความต้องการ", "ความจำเป็น"]
    case .plot: ["fixed plot", "แปลง", "แปลงที่กำหนด"]
    case .notPlots: ["forbidden plots", "แปลงที่ไม่เอา", "แปลงห้าม"]
    case .kin: ["relatives", "ญาติ", "อยู่ใกล้"]
    case .income: ["รายได้", "รายได้ต่อเดือน"]
    case .savings: ["เงินออม"]
    case .debt: ["หนี้", "ภาระหนี้", "ผ่อนหนี้ต่อเดือน"]
    }
  }

  /// What stands in it, for help and the starter.
  public var meaning: String {
    switch self {
    case .household: "the household's code, such as H012; needed only where several share a house"
    case .house: "today's house: its number, or the id of its feature"
    case .name: "a name, for those who may see it"
    case .people: "how many live there; 0 where the house stands empty"
    case .tenure: "owner, sharer or renter"
    case .group: "the group that wants to live together"
    case .needs: "wheelchair, elder, shop, quiet, near_canal, near_road; several with ; between"
    case .plot: "the number of a plot that is agreed already"
    case .notPlots: "plots that it must not get; several with ; between"
    case .kin: "codes of households to live beside; several with ; between"
    case .income: "income a month"
    case .savings: "savings so far"
    case .debt: "payments a month on other debts"
    }
  }

  /// Whether what stands in it is told only on demand.
  public var isPersonal: Bool { [.name, .needs, .income, .savings, .debt].contains(self) }

  /// The column that a heading means; nil for another word.
  public init?(heading: String) {
    let wanted = Self.folded(heading)
    let found = Self.allCases.first { column in
      ([column.rawValue] + column.otherHeadings).contains { Self.folded($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }

  static func folded(_ text: String) -> String {
    String(text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
  }
}

extension Household.Tenure {
  private var otherWords: [String] {
    switch self {
    case .owner: ["เจ้าของ", "เจ้าของบ้าน"]
    case .sharer: ["อาศัยร่วม", "อยู่ร่วม", "ครอบครัวซ้อน"]
    case .renter: ["ผู้เช่า", "เช่า"]
    }
  }

  init?(typed text: String) {
    let wanted = RosterColumn.folded(text)
    let found = Self.allCases.first { tenure in
      ([tenure.rawValue] + tenure.otherWords).contains { RosterColumn.folded($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }
}

extension Household.Need {
  private var otherWords: [String] {
    switch self {
    case .wheelchair: ["รถเข็น", "พิการ"]
    case .elder: ["ผู้สูงอายุ"]
    case .shop: ["ร้านค้า", "ค้าขาย"]
    case .quiet: ["เงียบ"]
    case .nearCanal: ["ใกล้คลอง"]
    case .nearRoad: ["ใกล้ถนน"]
    }
  }

  init?(typed text: String) {
    let wanted = RosterColumn.folded(text)
    let found = Self.allCases.first { need in
      ([need.rawValue] + need.otherWords).contains { RosterColumn.folded($0) == wanted }
    }
    guard let found else { return nil }
    self = found
  }
}
