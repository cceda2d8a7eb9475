import Foundation

/// A colour of the screen (sRGB), and how well it can be told from another.
public struct Colour: Hashable, Codable, Sendable, CustomStringConvertible {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public static let white = Colour(red: 255, green: 255, blue: 255)
    public static let black = Colour(red: 0, green: 0, blue: 0)

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#154273`, in any case; nil for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }

    /// In lower case.
    public var description: String {
        "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private var channels: [UInt8] { [red, green, blue] }

    /// From 1, the same, to 21, black on white (WCAG 2.2, "contrast ratio").
    public func contrast(with other: Colour) -> Double {
        let pair = [luminance, other.luminance].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        let parts = channels.map { channel in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// This colour with a share of another in it, from 0 to 1.
    public func mixed(with other: Colour, share: Double) -> Colour {
        let mixed = zip(channels, other.channels).map { own, other in
            UInt8((Double(own) * (1 - share) + Double(other) * share).rounded())
        }
        return Colour(red: mixed[0], green: mixed[1], blue: mixed[2])
    }

    /// The nearest mix of this colour with `end` that stands out enough on all of these.
    public func legible(on grounds: [Colour], ratio: Double = Contrast.text, towards end: Colour) -> Colour {
        let steps = stride(from: 0.0, through: 1.0, by: 0.02).map { mixed(with: end, share: $0) }
        return steps.first { colour in grounds.allSatisfy { colour.contrast(with: $0) >= ratio } } ?? end
    }
}

/// What must stand out how much (WCAG 2.2, level AA).
public enum Contrast {
    /// Text on its ground (1.4.3).
    public static let text = 4.5
    /// The edge of a button or a mark beside what is around it (1.4.11).
    public static let part = 3.0
}
