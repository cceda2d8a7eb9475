import PlanDomain
import PlanRepositories

extension World {
    /// Keys and seals of inputs, as the server makes them.
    public var seals: InputSeals { .hmac }
}
