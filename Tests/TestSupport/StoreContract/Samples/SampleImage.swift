import Foundation

/// The smallest image that is one.
public enum SampleImage {
    /// One pixel (ISO/IEC 15948).
    public static let png =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGMQdSr+DwADBAHKRc5J1wAAAABJRU5ErkJggg==")
        ?? Data()
}
