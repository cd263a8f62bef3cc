internal import Cooperative
internal import JSON

extension BudgetRun {
  var json: JSONValue {
    var root: JSONObject = [
      "klong": ["version": .string(KlongTool.version), "command": "budget"],
      "without_plot": .array(withoutPlot.map(JSONValue.string)), "book": bookJSON,
      "plan": ["sha256": .string(intake.planDigest)], "notes": .array(notes.map(JSONValue.string)),
      "currency": .string(budget.terms.book.currency), "terms": termsJSON,
      "costs": .array(budget.lines.map(costJSON)), "sums": isTooFew ? .null : sumsJSON,
      "households": isTooFew ? .null : householdsJSON, "savings": isTooFew ? .null : savingsJSON,
      "cooperative": isTooFew ? .null : flowJSON, "sensitivity": isTooFew ? .null : sensitivityJSON,
      "citations": .array(citations.map(JSONValue.string)),
    ]
    if writesMoney { root["each"] = .array(budget.households.map { .object($0.json(budget.terms)) }) }
    return .object(root)
  }

  private var sensitivityJSON: JSONValue {
    .array(
      sensitivity.rows.map {
        [
          "what": .string($0.what), "mean_instalment": .money($0.meanInstalment), "loans": .money($0.loans),
          "cannot_pay": hasRoster ? .told(ToldCounts.part($0.failing, of: knownIncomes)) : .null,
        ]
      })
  }

  private var bookJSON: JSONValue {
    let book = budget.terms.book
    return [
      "id": .string(book.id), "title": .string(book.title), "invented": .bool(book.isInvented),
      "note": .string(book.note), "sha256": .string(SHA256.hexadecimal(of: bookFile.bytes)),
    ]
  }

  private var termsJSON: JSONValue {
    let terms = budget.terms
    return [
      "land": .string(terms.land.rawValue), "rate_percent": .string(terms.rate.description),
      "member_rate_percent": .string(terms.memberRate.description), "months": .count(terms.months),
      "rent_per_sqwah": .money(terms.rent), "rent_months": .count(terms.rentMonths),
      "affordable_percent": .string(terms.affordable.description),
      "savings_percent": .string(terms.savings.description), "arrears_percent": .string(arrears.description),
      "months_per_phase": .count(terms.monthsPerPhase),
      "rounding": "half away from zero to a satang; what is split adds up",
    ]
  }

  private func costJSON(_ line: Budget.Line) -> JSONValue {
    [
      "id": .string(line.price.id), "what": .string(line.price.what),
      "for": .string(line.price.purpose.rawValue),
      "quantity": .string(line.price.quantity.rawValue),
      "amount": .number(JSONNumber(line.amount.value, decimals: 2)),
      "price": line.price.price.map(JSONValue.money) ?? .null,
      "cost": line.cost.map(JSONValue.money) ?? .null,
      "source": .string(line.price.citation.source), "confidence": .string(line.price.citation.confidence),
    ]
  }

  private var sumsJSON: JSONValue {
    [
      "works": .money(budget.works), "houses": .money(budget.houses), "cost": .money(budget.cost),
      "works_subsidy_granted": .money(budget.worksSubsidyGranted),
      "works_subsidy": .money(budget.worksSubsidy),
      "house_subsidy": .money(budget.houseSubsidy), "savings": .money(budget.savings),
      "loans": .money(budget.loans),
      "management": budget.management.map(JSONValue.money) ?? .null,
    ]
  }

  private var householdsJSON: JSONValue {
    let lines = budget.households
    func mean(_ value: (Budget.HouseholdLine) -> Money) -> JSONValue {
      .money(lines.reduce(Money.zero) { $0 + value($1) }.times(1, over: Int128(max(1, lines.count))))
    }
    let known = knownIncomes
    return [
      "count": .count(lines.count), "mean_works": mean(\.works), "mean_house": mean(\.house),
      "mean_subsidy": mean(\.subsidy), "mean_savings": mean(\.savings), "mean_loan": mean(\.loan),
      "mean_instalment": mean(\.instalment), "mean_rent": mean(\.rent), "mean_monthly": mean(\.monthly),
      "income_known": .guarded(known),
      "cannot_pay": known > 0 ? .told(ToldCounts.part(budget.failing.count, of: known)) : .null,
    ]
  }

  private var savingsJSON: JSONValue {
    func json(_ group: SavingsReadiness.Group, ready: Int?) -> JSONValue {
      [
        "group": .string(group.name), "households": .guarded(group.households),
        "ready": .told(ready),
        "saved": .money(group.saved), "asked": .money(group.asked),
        "months_to_go": ledger == nil ? .null : .count(group.monthsToGo),
      ]
    }
    // A small group's savings would be those of people who are known.
    let told = readiness.told
    return [
      "all": json(readiness.all, ready: told.ready), "groups": .array(told.groups.map(json)),
      "groups_not_told": .count(readiness.groups.count - told.groups.count),
      "ledger_rows": .count(ledger?.rows),
    ]
  }

  private var flowJSON: JSONValue {
    [
      "drawdown": .array(
        drawdowns.map {
          [
            "phases": .array($0.phases.map { .count($0) }), "month": .count($0.month),
            "amount": .money($0.amount),
            "households": .count($0.households),
          ]
        }),
      // Month by month the loan of a small phase would show.
      "months": hidesMonths ? .null : .array(cashFlow.months.map(monthJSON)),
      "with_arrears": [
        "balance_at_the_end": arrearsFlow.months.last.map { .money($0.balance) } ?? .null,
        "lowest_month": hidesMonths ? .null : .count(arrearsFlow.lowest?.month),
        "lowest_balance": hidesMonths ? .null : arrearsFlow.lowest.map { .money($0.balance) } ?? .null,
      ],
    ]
  }

  private func monthJSON(_ month: CashFlow.Month) -> JSONValue {
    [
      "month": .count(month.month), "drawn": .money(month.drawn), "received": .money(month.received),
      "interest": .money(month.paidInterest), "principal": .money(month.paidPrincipal),
      "balance": .money(month.balance), "funds": .money(month.funds), "owed": .money(month.owed),
    ]
  }

  /// A row for each household: only with `--money`.
  var table: String {
    var text = CSVText.line([
      "household", "group", "works", "house", "subsidy", "savings", "loan", "instalment", "rent", "funds",
      "monthly",
      "income_share", "most_loan", "shortfall", "savings_rule", "has_saved",
    ])
    let percent = budget.terms.savings
    for line in budget.households {
      text += CSVText.line(
        [line.household.id, line.household.group ?? ""]
          + [
            line.works, line.house, line.subsidy, line.savings, line.loan, line.instalment, line.rent,
            line.funds,
            line.monthly,
          ].map(\.description)
          + [
            line.incomeShare.map { fixed($0, decimals: 4) } ?? "", line.mostLoan?.description ?? "",
            line.shortfall?.description ?? "", line.savingsRule(percent).description,
            line.hasSaved(percent) ? "yes" : "no",
          ])
    }
    return text
  }
}

extension Budget.HouseholdLine {
  fileprivate func json(_ terms: BudgetTerms) -> JSONObject {
    [
      "household": .string(household.id), "group": .text(household.group), "works": .money(works),
      "house": .money(house), "subsidy": .money(subsidy), "savings": .money(savings), "loan": .money(loan),
      "instalment": .money(instalment), "rent": .money(rent), "funds": .money(funds),
      "monthly": .money(monthly),
      "income_share": .ratio(incomeShare), "most_loan": mostLoan.map(JSONValue.money) ?? .null,
      "shortfall": shortfall.map(JSONValue.money) ?? .null,
      "savings_rule": .money(savingsRule(terms.savings)),
      "has_saved": .bool(hasSaved(terms.savings)),
    ]
  }
}

extension JSONValue {
  /// Exact, as a text: a reader that makes doubles of numbers must not round it.
  static func money(_ money: Money) -> JSONValue { .string(money.description) }
}
