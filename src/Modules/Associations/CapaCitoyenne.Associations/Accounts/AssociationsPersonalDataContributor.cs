using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.ApiKeys;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Sessions;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>Memberships, sessions, access keys and actions. Memberships themselves end in <see cref="AccountEraser"/>, by their own rule.</summary>
internal sealed class AssociationsPersonalDataContributor(
    IMemberRepository members, IRepository<Tenant, Guid> tenants, IRepository<HubMember, Guid> hubMembers, IRepository<ApiKey, Guid> keys, SessionManager sessionManager,
    IAccountTraceRepository traces, IDataFilter dataFilter) : IPersonalDataContributor
{
    public async Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person)
    {
        var memberships = await members.GetListOfUserAsync(person.UserId);
        using var all = dataFilter.Disable<IMultiTenant>();
        var ownKeys = await keys.GetListAsync(key => key.UserId == person.UserId);
        var ids = memberships.Select(member => member.TenantId).Concat(ownKeys.Select(key => key.TenantId)).OfType<Guid>().ToList();
        var names = (await tenants.GetListAsync(tenant => ids.Contains(tenant.Id))).ToDictionary(tenant => tenant.Id, tenant => tenant.Name);
        return new PersonalDataSection("associations", new
        {
            Memberships = memberships.ConvertAll(member => new { Space = names[member.TenantId!.Value], member.Roles, Since = member.CreationTime }),
            RolesOnTheHub = (await hubMembers.FindAsync(member => member.UserId == person.UserId))?.Roles ?? [],
            Sessions = (await sessionManager.GetListAsync(person.UserId)).ConvertAll(session => new { session.Browser, session.System, session.SignInTime, session.LastSeenTime }),
            AccessKeys = ownKeys.ConvertAll(key => new { Space = names[key.TenantId!.Value], key.Name, key.Scope, key.CreationTime, key.ExpirationTime, key.LastUsedTime }),
            Actions = await traces.GetActionsAsync(person.UserId),
        });
    }

    public Task EraseAsync(PersonalDataSubject person) => traces.ForgetAsync(person.UserId);
}
