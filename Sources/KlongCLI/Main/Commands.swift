/// Every command, in the order of the help.
let commands: [any KlongCommand.Type] = [
  InspectCommand.self,
  PlanCommand.self,
  CheckCommand.self,
  CompareCommand.self,
  ReblockCommand.self,
  RosterCommand.self,
  AllocateCommand.self,
  BudgetCommand.self,
  RecordsCommand.self,
  ProgrammeCommand.self,
  MapCommand.self,
  RulesCommand.self,
  HelpCommand.self,
  CompletionsCommand.self,
  ManualCommand.self,
]
