import Phrases
import PlanDomain

extension Phrases {
    /// "17.00" in Dutch, "17:00" in English.
    func text(_ time: TimeOfDay) -> String { text(time.written) }
}

extension TimeOfDay {
    /// As people type it, in either language: "9.30", "09.30" or "9:30". Nil for anything else.
    init?(typed: String) {
        let text = typed.replacing(".", with: ":")
        self.init(text.prefix { $0 != ":" }.count == 1 ? "0" + text : text)
    }
}
