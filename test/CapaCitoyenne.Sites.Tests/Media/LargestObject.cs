using System.Diagnostics.Tracing;
using System.Globalization;

namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// The size, in bytes, of the largest object that the process makes while this listens. What is over 100 KB is always seen (the runtime's
/// event GCAllocationTick); what a test server makes in small pieces does not hide a whole file.
/// </summary>
internal sealed class LargestObject : EventListener
{
    private const EventKeywords GarbageCollector = (EventKeywords)1;

    private long _size;

    public long Size => Interlocked.Read(ref _size);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, GarbageCollector);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true) return;
        var size = Convert.ToInt64(eventData.Payload![eventData.PayloadNames!.IndexOf("ObjectSize")], CultureInfo.InvariantCulture);
        if (size > Size) Interlocked.Exchange(ref _size, size);
    }
}
