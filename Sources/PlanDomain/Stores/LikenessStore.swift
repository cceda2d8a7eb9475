import Foundation

/// Inputs that say the same. Families are found as inputs come to take part, one at a time against what is there; a store
/// never compares all with all.
public protocol LikenessStore: Sendable {
    /// Nil for an input that is like no other.
    func family(of number: InputNumber, in plan: PlanID) async throws -> InputFamily?
    /// Families in which somebody must still look come first, then the largest; how many there are on all pages together.
    func families(of plan: PlanID, offset: Int, limit: Int) async throws -> (lines: [InputFamilyLine], total: Int)
    /// Notes that inputs belong with the first of their family; says with how many that was new. Those of another family
    /// are passed over.
    func confirm(_ numbers: [InputNumber], alike first: InputNumber, in plan: PlanID, by person: PersonID) async throws
        -> Int
    /// Takes inputs out of the family of another, for good: they are not proposed to belong with it again. Says with how
    /// many that was new.
    func reject(_ numbers: [InputNumber], alike first: InputNumber, in plan: PlanID, by person: PersonID) async throws
        -> Int

    /// Everything of which an equal gets an opposite answer, proposed or adopted, by number.
    func opposed(in plan: PlanID) async throws -> [InputNumber]
    /// The equals of one input that get an opposite answer, by number, as many as are asked for.
    func opponents(of number: InputNumber, in plan: PlanID, limit: Int) async throws -> [OpposedInput]
}
