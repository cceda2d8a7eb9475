import PlanDomain

/// The box to look for words in a version.
struct ReadingSearchForm: PageContent {
    let place: ReadingPlace
    var words = ""

    static let fields: PageFields<ReadingSearchForm> = [
        .text("searchAction") { $0.place.searchForm.path },
        .text("searchWords") { $0.words },
        .text("searchVersion") { $0.place.text?.rawValue },
        .text("searchAudience") { $0.place.audience.map(ReadingPlace.name) },
    ]
}
