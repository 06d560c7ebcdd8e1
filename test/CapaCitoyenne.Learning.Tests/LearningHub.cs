using System.Collections.Concurrent;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Learning;

/// <summary>The hub with one more exercise, whose state a test decides.</summary>
public sealed class LearningHub : HubFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddTransient<ITaskCheck, TestTaskCheck>());
    }
}

internal sealed class TestTaskCheck : ITaskCheck
{
    public const string TaskName = "test.done";

    public static ConcurrentDictionary<Guid, bool> DoneIn { get; } = new();

    public string Name => TaskName;

    public Task<TaskCheckResult> CheckAsync(Guid tenantId) => Task.FromResult(DoneIn.ContainsKey(tenantId)
        ? new TaskCheckResult(true, [])
        : new TaskCheckResult(false, [new TaskCheckFinding("Il manque un titre.", "site/pages/accueil")]));
}
