import GRDB
import PlanDomain
import Workflow

// The lists of a projected plan: each is written anew with every update, and read in its order.

extension ProjectedSection {
    init(row: Row) throws {
        self.init(
            id: try row.decode(forColumn: "id"), chapter: try row.decode(forColumn: "chapter"),
            chapterTitle: try row.decode(forColumn: "chapterTitle"),
            chapterNumber: try row.decode(forColumn: "chapterNumber"), title: try row.decode(forColumn: "title"),
            number: try row.decode(forColumn: "number"), owner: try row.decode(forColumn: "owner"),
            hasText: try row.decode(forColumn: "hasText"), words: try row.decode(forColumn: "words"),
            stage: try row.decode(forColumn: "stage"))
    }

    func rowValues(_ plan: PlanID, _ position: Int) -> RowValues {
        [
            "plan": plan, "position": position, "id": id, "chapter": chapter, "chapterTitle": chapterTitle,
            "chapterNumber": chapterNumber, "title": title, "number": number, "owner": owner, "hasText": hasText,
            "words": words, "stage": stage,
        ]
    }
}

extension TextFact {
    init(row: Row) throws {
        self.init(
            document: try row.decode(forColumn: "document"), heading: try row.decode(forColumn: "heading"),
            isFilled: try row.decode(forColumn: "isFilled"))
    }

    func rowValues(_ plan: PlanID, _ position: Int) -> RowValues {
        ["plan": plan, "position": position, "document": document, "heading": heading, "isFilled": isFilled]
    }
}

extension VersionTag {
    init(row: Row) throws {
        self.init(
            tag: try row.decode(forColumn: "tag"), text: try row.decode(forColumn: "text"),
            act: try row.decode(forColumn: "act"))
    }

    func rowValues(_ plan: PlanID, _ position: Int) -> RowValues {
        ["plan": plan, "position": position, "tag": tag, "text": text, "act": act]
    }
}

extension Author {
    /// Reads the three columns that `change` and `act` have in common.
    init(row: Row) throws {
        self.init(
            function: try row.decode(forColumn: "function"), role: try row.decode(forColumn: "role"),
            pseudonym: try row.decode(forColumn: "pseudonym"))
    }
}
