namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <summary>A linear equation over unknowns: the terms add up to <paramref name="Sum"/>.</summary>
internal sealed record LinearSum(IReadOnlyList<(int Unknown, int Factor)> Terms, double Sum);

/// <summary>
/// How small and how large an unknown can be when sums and bounds are known: what an outsider can find out with paper and patience. The simplex method on a dense tableau, steepest first and then by Bland's rule; meant
/// for some hundred unknowns. Every solution it comes by on its way is one that could be true, so that most unknowns are known to be safe before they are asked about. Should rounding make it go in circles it gives up, and says of each unknown that it can be only one: then more is withheld than need be, never less.
/// </summary>
internal sealed class LinearBounds
{
    private const double Tiny = 1e-7;
    private const int MostRounds = 20_000;

    /// <summary>The steepest way is the shortest but may go in circles; Bland's rule never does.</summary>
    private const int SteepRounds = 2_000;

    private readonly IReadOnlyList<(double Lowest, double Highest)> unknowns;
    private readonly double[][] start;
    private readonly int[] startBasis;
    private readonly int real;
    private readonly bool gaveUp;
    private readonly (double Lowest, double Highest)[] seen;

    /// <exception cref="InvalidOperationException">Nothing fits the sums: what is known contradicts itself.</exception>
    public LinearBounds(IReadOnlyList<(double Lowest, double Highest)> unknowns, IReadOnlyList<LinearSum> sums)
    {
        this.unknowns = unknowns;
        seen = [.. Enumerable.Repeat((double.PositiveInfinity, double.NegativeInfinity), unknowns.Count)];
        (start, startBasis, real) = Begin(unknowns, sums);
        // As little as possible of what is only there to begin with: none, where anything fits.
        var cost = new double[start.Length == 0 ? 1 : start[0].Length];
        for (var column = real; column < cost.Length - 1; column++) cost[column] = -1;
        var left = Maximise(start, startBasis, cost, cost.Length - 1);
        gaveUp = double.IsNaN(left);
        if (left < -Tiny) throw new InvalidOperationException("The known sums contradict each other.");
        for (var row = 0; row < startBasis.Length; row++)
            if (startBasis[row] >= real && Array.FindIndex(start[row], 0, real, value => Math.Abs(value) > Tiny) is var column and >= 0) Pivot(start, startBasis, null, row, column);
        if (!gaveUp) See(start, startBasis);
    }

    /// <summary>Between what the unknown has been in the solutions met so far: it can be at least as small and as large as that.</summary>
    public (double Lowest, double Highest) Seen(int unknown) => seen[unknown];

    public (double Lowest, double Highest) Of(int unknown)
    {
        var (lowest, highest) = gaveUp ? (double.NaN, double.NaN) : (-Best(unknown, -1), Best(unknown, 1));
        return double.IsNaN(lowest) || double.IsNaN(highest) ? (unknowns[unknown].Lowest, unknowns[unknown].Lowest) : (lowest, highest);
    }

    /// <summary>The largest value of <paramref name="sign"/> × the unknown.</summary>
    private double Best(int unknown, int sign)
    {
        if (start.Length == 0) return sign * (sign > 0 ? unknowns[unknown].Highest : unknowns[unknown].Lowest);
        var cost = new double[start[0].Length];
        cost[unknown] = sign;
        var (table, basis) = ((double[][])[.. start.Select(row => (double[])row.Clone())], (int[])startBasis.Clone());
        var best = Maximise(table, basis, cost, real);
        if (!double.IsNaN(best)) See(table, basis);
        return best + (sign * unknowns[unknown].Lowest);
    }

    private void See(double[][] table, int[] basis)
    {
        var values = new double[unknowns.Count];
        for (var row = 0; row < basis.Length; row++)
            if (basis[row] < values.Length) values[basis[row]] = table[row][^1];
        for (var at = 0; at < values.Length; at++)
        {
            var value = values[at] + unknowns[at].Lowest;
            seen[at] = (Math.Min(seen[at].Lowest, value), Math.Max(seen[at].Highest, value));
        }
    }

    /// <summary>Each unknown from its lowest value up, a slack for each that has a highest, and one begin-with for each row.</summary>
    private static (double[][] Table, int[] Basis, int Real) Begin(IReadOnlyList<(double Lowest, double Highest)> unknowns, IReadOnlyList<LinearSum> sums)
    {
        var capped = Enumerable.Range(0, unknowns.Count).Where(at => !double.IsInfinity(unknowns[at].Highest)).ToList();
        var rows = sums.Count + capped.Count;
        var real = unknowns.Count + capped.Count;
        var last = real + rows;
        var table = new double[rows][];
        for (var row = 0; row < rows; row++) table[row] = new double[last + 1];
        for (var row = 0; row < sums.Count; row++)
        {
            foreach (var (unknown, factor) in sums[row].Terms) table[row][unknown] += factor;
            table[row][last] = sums[row].Sum - sums[row].Terms.Sum(term => term.Factor * unknowns[term.Unknown].Lowest);
        }

        for (var at = 0; at < capped.Count; at++)
        {
            var line = table[sums.Count + at];
            line[capped[at]] = line[unknowns.Count + at] = 1;
            line[last] = unknowns[capped[at]].Highest - unknowns[capped[at]].Lowest;
        }

        var basis = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            if (table[row][last] < 0)
                for (var column = 0; column <= last; column++) table[row][column] = -table[row][column];
            basis[row] = real + row;
            table[row][basis[row]] = 1;
        }

        return (table, basis, real);
    }

    /// <param name="allowed">Columns from here on may not come in.</param>
    /// <returns>Not a number when it gave up.</returns>
    private static double Maximise(double[][] table, int[] basis, double[] cost, int allowed)
    {
        var last = cost.Length - 1;
        // What is gained by each column, kept up to date as a row of its own; its last is what has been gained, with the other sign.
        var gain = (double[])cost.Clone();
        for (var row = 0; row < basis.Length; row++)
            if (cost[basis[row]] is var by && by != 0)
                for (var column = 0; column <= last; column++) gain[column] -= by * table[row][column];
        for (var round = 0; round < MostRounds; round++)
        {
            var enters = -1;
            for (var column = 0; column < allowed && (enters < 0 || round < SteepRounds); column++)
                if (gain[column] > Tiny && (enters < 0 || gain[column] > gain[enters])) enters = column;
            if (enters < 0) return -gain[last];
            var leaves = -1;
            for (var row = 0; row < basis.Length; row++)
            {
                if (table[row][enters] <= Tiny) continue;
                if (leaves < 0) { leaves = row; continue; }
                var difference = (table[row][last] / table[row][enters]) - (table[leaves][last] / table[leaves][enters]);
                if (difference < -Tiny || (difference <= Tiny && basis[row] < basis[leaves])) leaves = row;
            }

            if (leaves < 0) return double.PositiveInfinity;
            Pivot(table, basis, gain, leaves, enters);
        }

        return double.NaN;
    }

    private static void Pivot(double[][] table, int[] basis, double[]? gain, int row, int column)
    {
        var own = table[row];
        var by = own[column];
        for (var at = 0; at < own.Length; at++) own[at] /= by;
        foreach (var other in table.Where(other => !ReferenceEquals(other, own)).Concat(gain is null ? [] : [gain]))
        {
            var factor = other[column];
            if (Math.Abs(factor) < 1e-12) continue;
            for (var at = 0; at < other.Length; at++) other[at] -= factor * own[at];
        }

        basis[row] = column;
    }
}
