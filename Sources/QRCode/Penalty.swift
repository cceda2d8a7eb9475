/// How badly a grid scans, by the standard's own count (ISO/IEC 18004, 7.8.3): the lower the better.
struct Penalty {
    let points: Int

    init(of grid: ModuleGrid) {
        let range = 0..<grid.size
        let lines =
            range.map { row in range.map { grid[$0, row] } } + range.map { column in range.map { grid[column, $0] } }
        points =
            lines.reduce(0) { $0 + Self.runs(in: $1) + Self.finderLike(in: $1) } + Self.blocks(in: grid)
            + Self.imbalance(of: grid)
    }

    /// Runs of five or more of one colour.
    private static func runs(in line: [Bool]) -> Int {
        var (points, length) = (0, 0)
        var previous: Bool?
        for module in line {
            length = module == previous ? length + 1 : 1
            previous = module
            if length == 5 { points += 3 } else if length > 5 { points += 1 }
        }
        return points
    }

    /// What looks like the corner of a finder pattern, with light beside it.
    private static func finderLike(in line: [Bool]) -> Int {
        let pattern = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        var points = 0
        for start in line.indices.dropLast(10) {
            let window = Array(line[start..<start + 11])
            if window == pattern + light { points += 40 }
            if window == light + pattern { points += 40 }
        }
        return points
    }

    /// Squares of two by two of one colour.
    private static func blocks(in grid: ModuleGrid) -> Int {
        var count = 0
        for row in 0..<grid.size - 1 {
            for column in 0..<grid.size - 1 {
                let colour = grid[column, row]
                if grid[column + 1, row] == colour, grid[column, row + 1] == colour, grid[column + 1, row + 1] == colour
                {
                    count += 1
                }
            }
        }
        return 3 * count
    }

    /// Ten points for each five per cent that dark and light are away from being equal.
    private static func imbalance(of grid: ModuleGrid) -> Int {
        let dark = grid.modules.count { $0 }
        return abs(dark * 20 - grid.modules.count * 10) / grid.modules.count * 10
    }
}
