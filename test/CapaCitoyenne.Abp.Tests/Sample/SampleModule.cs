using CapaCitoyenne.Abp.AspNetCore;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.Sample;

/// <summary>A module as small as it gets, to try the foundation without the product.</summary>
[DependsOn(typeof(AbpFoundationModule), typeof(SampleDependencyModule))]
public class SampleModule : AbpModule
{
    public static readonly List<string> Calls = [];

    public override void PreConfigureServices(ServiceConfigurationContext context) => Calls.Add("pre sample");

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Calls.Add("configure sample");
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers.Create(typeof(SampleModule).Assembly, s => s.RootPath = "sample"));
        Configure<AbpExceptionHttpStatusCodeOptions>(options => options.Map("Sample:Gone", System.Net.HttpStatusCode.Gone));
        context.Services.AddAuthentication(TestAuthentication.Scheme).AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, TestAuthentication>(TestAuthentication.Scheme, null);
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        Calls.Add("initialize sample");
        var app = context.GetApplicationBuilder();
        app.UseAbpExceptionHandling("/erreur");
        app.UseRouting();
        app.UseUnitOfWork();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseAuthorization();
        app.MapControllers();
    }
}

public class SampleDependencyModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) => SampleModule.Calls.Add("pre dependency");

    public override void ConfigureServices(ServiceConfigurationContext context) => SampleModule.Calls.Add("configure dependency");

    public override void OnApplicationInitialization(ApplicationInitializationContext context) => SampleModule.Calls.Add("initialize dependency");
}

public sealed class SampleDbContext(DbContextOptions<SampleDbContext> options) : AbpDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(note => note.ConfigureByConvention());
        base.OnModelCreating(modelBuilder);
    }
}

public sealed class Note : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Note() { }

    public Note(string text) => Text = text;

    public Guid? TenantId { get; private set; }

    public string Text { get; set; } = "";

    public Note Announce()
    {
        AddLocalEvent(new NoteWritten(Text));
        AddDistributedEvent(new NoteWrittenEto(Text));
        return this;
    }
}

public sealed record NoteWritten(string Text);

[EventName("sample.note-written")]
public sealed record NoteWrittenEto(string Text);

public sealed record CountNotesArgs(string Label);

/// <summary>What handlers and jobs have seen, by label.</summary>
public sealed class Journal : ISingletonDependency
{
    public List<string> Lines { get; } = [];

    public int FailuresLeft { get; set; }
}

public sealed class NoteHandlers(Journal journal, ICurrentTenant tenant) : ILocalEventHandler<NoteWritten>, IDistributedEventHandler<NoteWrittenEto>
{
    public Task HandleEventAsync(NoteWritten eventData)
    {
        if (eventData.Text == "refused")
        {
            throw new BusinessException("Sample:Refused");
        }

        journal.Lines.Add($"local {eventData.Text} {tenant.Id}");
        return Task.CompletedTask;
    }

    public Task HandleEventAsync(NoteWrittenEto eventData)
    {
        journal.Lines.Add($"distributed {eventData.Text} {tenant.Id}");
        return Task.CompletedTask;
    }
}

public sealed class CountNotesJob(Journal journal, IRepository<Note, Guid> notes, ICurrentTenant tenant) : AsyncBackgroundJob<CountNotesArgs>
{
    public override async Task ExecuteAsync(CountNotesArgs args)
    {
        if (journal.FailuresLeft-- > 0)
        {
            await notes.InsertAsync(new Note("of a failing try"), autoSave: true);
            throw new InvalidOperationException("not yet");
        }

        journal.Lines.Add($"job {args.Label} {tenant.Id} {System.Globalization.CultureInfo.CurrentUICulture.Name} {await notes.GetCountAsync()}");
    }
}
