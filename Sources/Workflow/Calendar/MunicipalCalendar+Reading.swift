import Yams

/// The calendar of a municipality as a file:
///
/// ```yaml
/// good-friday: true
/// liberation-day: lustrum        # or yearly, never
/// closing-days: [2024-05-10]
/// recess:
///   - label: { nl: Zomerreces }
///     from: 2024-07-08
///     until: 2024-08-18
/// ```
///
/// Every key may be left out.
extension MunicipalCalendar {
    /// Reads and checks a calendar file; throws every fault at once.
    public static func read(yaml: String, file: String) throws(WorkflowFaults) -> MunicipalCalendar {
        let faults = FaultCollector(file: file)
        guard let mapping = YAMLSource(text: yaml, faults: faults).mapping() else { throw faults.faults }
        let fields = Fields(
            mapping, known: ["good-friday", "liberation-day", "closing-days", "recess"], faults: faults)
        var calendar = MunicipalCalendar()
        calendar.closesOnGoodFriday = fields.flag("good-friday", default: false)
        if fields.has("liberation-day"), let setting: LiberationDay = fields.choice("liberation-day") {
            calendar.liberationDay = setting
        }
        calendar.closingDays = Set(fields.words("closing-days").compactMap { date($0, faults) })
        calendar.recesses = fields.optionalList("recess").compactMap { recess($0, faults) }
        guard !faults.hasFaults else { throw faults.faults }
        return calendar
    }

    private static func date(_ word: Located<String>, _ faults: FaultCollector) -> CalendarDate? {
        if let date = CalendarDate(iso8601: word.value) { return date }
        faults.add(
            line: word.line, "bad-date", ["key": .text("closing-days"), "word": .text(word.value)])
        return nil
    }

    private static func recess(_ node: Node, _ faults: FaultCollector) -> Recess? {
        guard let fields = Fields(node, known: ["label", "from", "until"], faults: faults) else { return nil }
        let label = fields.text("label")
        let from = fields.date("from")
        let until = fields.date("until")
        guard let label, let from, let until else { return nil }
        if until.value < from.value { faults.add(line: until.line, "until-before-from") }
        if until.value.dayNumber - from.value.dayNumber > 366 { faults.add(line: until.line, "recess-too-long") }
        return Recess(label: label, from: from.value, until: until.value)
    }
}
