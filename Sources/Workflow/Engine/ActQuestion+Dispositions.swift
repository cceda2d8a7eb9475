/// What is done with inputs.
extension ActQuestion {
    /// An input has a number, and the same disposition is adopted once.
    ///
    /// That who proposed it is another person than who adopts it, and that the input is there, is for the caller to know.
    func refusalOfDisposition(of input: String, seal: String) -> Reason? {
        guard input.wholeMatch(of: /INB-[0-9]{4,9}/) != nil, !seal.isEmpty else {
            return Reason("refusal.input-number", ["input": .text(input)])
        }
        let isKnown = history.facts.acts.contains { $0.payload == act.payload }
        return isKnown ? Reason("refusal.disposition-known", ["input": .text(input)]) : nil
    }
}
