import Phrases
import PlanDomain
import Workflow

/// Meetings of the bodies: those to come first, then those of before.
struct MeetingListPage: SitePage {
    static let template = "meetings"
    let filters: [PageLink]
    let coming: [Row]
    let past: [Row]
    let new: SiteAddress?

    init(_ meetings: [Meeting], of body: GoverningBody?, on today: CalendarDate, mayPlan: Bool, phrases: Phrases) {
        let bodies = GoverningBody.allCases.map { other in
            PageLink(
                label: phrases.capitalized(phrases.text(other)), address: .meetings(of: other),
                isCurrent: other == body)
        }
        filters =
            [PageLink(label: phrases.text("secretary.meeting.all"), address: .meetings(), isCurrent: body == nil)]
            + bodies
        let isComing = { (meeting: Meeting) in meeting.day >= today && meeting.state == .planned }
        coming = meetings.filter(isComing).map { Row($0, phrases: phrases) }
        past = meetings.filter { !isComing($0) }.reversed().map { Row($0, phrases: phrases) }
        new = mayPlan ? .newMeeting : nil
    }

    static let fields: PageFields<MeetingListPage> = [
        .list("filters") { $0.filters },
        .flag("hasComing") { !$0.coming.isEmpty },
        .list("coming") { $0.coming },
        .flag("hasPast") { !$0.past.isEmpty },
        .list("past") { $0.past },
        .text("newMeeting") { $0.new?.path },
    ]

    struct Row: PageContent {
        let label: String
        let address: SiteAddress
        let place: String?
        let state: String?

        init(_ meeting: Meeting, phrases: Phrases) {
            label = phrases.text(meeting)
            address = .meeting(meeting.id)
            place = meeting.place.isEmpty ? nil : meeting.place
            state = meeting.state == .planned ? nil : phrases.text("secretary.meeting.\(meeting.state.rawValue)")
        }

        static let fields: PageFields<Row> = [
            .text("meeting") { $0.label },
            .text("address") { $0.address.path },
            .text("place") { $0.place },
            .text("meetingState") { $0.state },
        ]
    }
}
