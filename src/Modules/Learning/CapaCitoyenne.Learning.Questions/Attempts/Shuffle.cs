namespace CapaCitoyenne.Learning.Questions.Attempts;

/// <summary>An order that a seed decides, the same on every machine and with every version of .NET.</summary>
/// <remarks>Not System.Random: its sequence for a seed is not promised to stay.</remarks>
internal static class Shuffle
{
    /// <summary>0 … count − 1 in an order decided by <paramref name="seed"/> and <paramref name="slot"/>.</summary>
    public static int[] Order(int count, long seed, int slot)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var state = unchecked((ulong)seed + ((ulong)slot * 0xD1B54A32D192ED03UL));
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)(Next(ref state) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // SplitMix64.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
