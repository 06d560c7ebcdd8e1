using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Abp.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Tests.Domain;

public sealed class RepositoryTests : FoundationTest
{
    [Fact]
    public async Task A_row_belongs_to_the_tenant_in_which_it_was_made_and_no_other_sees_it()
    {
        var id = await Host.AddNoteAsync(Garden, "tomates");

        (await Host.CountNotesAsync(Garden)).ShouldBe(1);
        (await Host.CountNotesAsync(Workshop)).ShouldBe(0);
        (await Host.CountNotesAsync(null)).ShouldBe(0);
        await Should.ThrowAsync<EntityNotFoundException>(() => Host.InAsync(Workshop, p => p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id)));
    }

    [Fact]
    public async Task Saving_a_row_of_another_tenant_is_refused()
    {
        await Host.AddNoteAsync(Garden, "tomates");
        var stolen = await Host.InAsync(Garden, async p => (await p.GetRequiredService<IRepository<Note, Guid>>().GetListAsync())[0]);

        await Should.ThrowAsync<AbpException>(() => Host.InAsync(Workshop, async p =>
        {
            stolen.Text = "volées";
            return await p.GetRequiredService<IRepository<Note, Guid>>().UpdateAsync(stolen, autoSave: true);
        }));
    }

    [Fact]
    public async Task The_host_sees_all_tenants_only_where_it_switches_the_filter_off()
    {
        await Host.AddNoteAsync(Garden, "tomates");
        await Host.AddNoteAsync(Workshop, "rabots");

        var seen = await Host.InAsync(null, async p =>
        {
            using (p.GetRequiredService<IDataFilter>().Disable<IMultiTenant>())
            {
                return await p.GetRequiredService<IRepository<Note, Guid>>().CountAsync(_ => true);
            }
        });

        seen.ShouldBe(2);
    }

    [Fact]
    public async Task A_query_made_while_the_filter_was_off_is_filtered_again_afterwards()
    {
        await Host.AddNoteAsync(Garden, "tomates");
        await Host.AddNoteAsync(Workshop, "rabots");

        var seen = await Host.InAsync(Garden, async p =>
        {
            var notes = p.GetRequiredService<IRepository<Note, Guid>>();
            Task<int> Count() => notes.CountAsync(note => note.Text != "rien");
            using (p.GetRequiredService<IDataFilter>().Disable<IMultiTenant>()) (await Count()).ShouldBe(2);
            (await Count()).ShouldBe(1);
            using (p.GetRequiredService<IDataFilter>().Disable<IMultiTenant>())
            using (p.GetRequiredService<IDataFilter>().Disable<ISoftDelete>()) (await Count()).ShouldBe(2);
            using (p.GetRequiredService<IDataFilter>().Disable<ISoftDelete>()) return await Count();
        });

        seen.ShouldBe(1);
    }

    /// <summary>A condition « off or mine » would keep SQLite from the indexes that begin with the tenant: each space would pay for all the others.</summary>
    [Fact]
    public Task A_statement_asks_for_the_tenant_and_for_nothing_else() => Host.InAsync(Garden, async p =>
    {
        var context = await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync();
        var statement = context.Set<Note>().Where(note => note.Text == "tomates").ToQueryString();
        statement.ShouldNotContain(" OR ");
        statement.ShouldContain("\"TenantId\" = ");
        // Both ways of leaving filters out count together.
        using var deletedToo = p.GetRequiredService<IDataFilter>().Disable<ISoftDelete>();
        var everything = context.Set<Note>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(note => note.Text == "tomates").ToQueryString();
        everything.ShouldNotContain("\"TenantId\" =");
        everything.ShouldNotContain("NOT (");
        return 0;
    });

    [Fact]
    public async Task A_deleted_row_is_hidden_and_kept()
    {
        var id = await Host.AddNoteAsync(Garden, "tomates");
        await Host.InAsync(Garden, async p =>
        {
            await p.GetRequiredService<IRepository<Note, Guid>>().DeleteAsync(id);
            return 0;
        });

        (await Host.CountNotesAsync(Garden)).ShouldBe(0);
        var kept = await Host.InAsync(Garden, async p =>
        {
            using (p.GetRequiredService<IDataFilter>().Disable<ISoftDelete>())
            {
                return await p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id);
            }
        });
        kept.IsDeleted.ShouldBeTrue();
        kept.DeletionTime.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_two_people_who_change_the_same_row_the_second_is_told()
    {
        var id = await Host.AddNoteAsync(Garden, "tomates");
        var seenByLea = await Host.InAsync(Garden, p => p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id));
        await Host.InAsync(Garden, async p => (await p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id)).Text = "courges");

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => Host.InAsync(Garden, async p =>
        {
            var note = await p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id);
            note.ConcurrencyStamp = seenByLea.ConcurrencyStamp;
            note.Text = "haricots";
            return 0;
        }));
    }

    [Fact]
    public async Task Times_come_back_as_the_same_instant_in_UTC()
    {
        var now = Host.Services.GetRequiredService<IClock>().Now;
        var id = await Host.AddNoteAsync(Garden, "tomates");

        var note = await Host.InAsync(Garden, p => p.GetRequiredService<IRepository<Note, Guid>>().GetAsync(id));

        note.CreationTime.ShouldBe(now);
        note.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
    }
}
