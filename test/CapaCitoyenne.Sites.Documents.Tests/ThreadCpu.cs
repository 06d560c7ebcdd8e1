using System.Runtime.InteropServices;

namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>Processor time of the calling thread: what work costs, however busy the machine is. Linux (clock_gettime(2)).</summary>
internal static partial class ThreadCpu
{
    private const int ThreadClock = 3;

    public static TimeSpan Used
        => Read(ThreadClock, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000) : throw new NotSupportedException("No clock for threads.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
