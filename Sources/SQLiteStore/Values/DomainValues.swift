import GRDB
import PlanDomain
import Workflow

// Values that are a text of their own are stored as that text. A text that is not one of them does not decode.

extension Identifier: DatabaseValueConvertible {}
extension CommitID: DatabaseValueConvertible {}
extension StageID: DatabaseValueConvertible {}
extension ReasonHash: DatabaseValueConvertible {}
extension Role: DatabaseValueConvertible {}
extension ChangeNature: DatabaseValueConvertible {}
extension SectionChange.Kind: DatabaseValueConvertible {}
extension HouseStyle.FieldDates: DatabaseValueConvertible {}
extension DraftSubject: DatabaseValueConvertible {}
extension FileKind: DatabaseValueConvertible {}
extension MailAddress: DatabaseValueConvertible {}
extension TokenHash: DatabaseValueConvertible {}
extension TimeOfDay: DatabaseValueConvertible {}
extension ConsultationRound.Audience: DatabaseValueConvertible {}
extension ConsultationRound.Publicity: DatabaseValueConvertible {}
extension InputNumber: DatabaseValueConvertible {}
extension InputKind: DatabaseValueConvertible {}
extension InputKey: DatabaseValueConvertible {}
extension Input.Channel: DatabaseValueConvertible {}
extension Outcome: DatabaseValueConvertible {}
extension Theme.State: DatabaseValueConvertible {}
extension InputStanding.State: DatabaseValueConvertible {}
extension FeedbackWay: DatabaseValueConvertible {}
extension FeedbackReply.Verdict: DatabaseValueConvertible {}
extension Redaction.Part: DatabaseValueConvertible {}
extension Redaction.Ground: DatabaseValueConvertible {}

extension CalendarDate: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { iso8601.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> CalendarDate? {
        String.fromDatabaseValue(value).flatMap { CalendarDate(iso8601: $0) }
    }
}
