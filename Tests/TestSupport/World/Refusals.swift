import PlanDomain

/// The `PlanError` that `work` throws; nil when it throws none. Any other error goes on to the test.
public func refusal<Value>(of work: () async throws -> Value) async throws -> PlanError? {
    do {
        _ = try await work()
        return nil
    } catch let error as PlanError {
        return error
    }
}

/// As above, for work that does not wait.
public func refusalAtOnce<Value>(of work: () throws -> Value) throws -> PlanError? {
    do {
        _ = try work()
        return nil
    } catch let error as PlanError {
        return error
    }
}
