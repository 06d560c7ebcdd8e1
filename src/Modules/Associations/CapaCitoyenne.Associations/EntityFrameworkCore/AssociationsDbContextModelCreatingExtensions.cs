using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.TenantManagement;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.ApiKeys;
using CapaCitoyenne.Associations.Associations;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Invitations;
using CapaCitoyenne.Associations.Members;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.Associations.SignUps;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Associations.EntityFrameworkCore;

public static class AssociationsDbContextModelCreatingExtensions
{
    /// <summary>The module's tables: <c>Associations…</c>.</summary>
    public static void ConfigureAssociations(this ModelBuilder builder)
    {
        builder.Entity<Association>(b =>
        {
            b.ToTable("AssociationsAssociations");
            b.ConfigureByConvention();
            b.Property(association => association.Town).HasMaxLength(SignUpConsts.MaxTownLength);
            b.Property(association => association.ContactName).HasMaxLength(AccountConsts.MaxNameLength);
            b.Property(association => association.ContactEmail).HasMaxLength(AccountConsts.MaxEmailLength);
            b.Property(association => association.RnaNumber).HasMaxLength(ProfileConsts.MaxRnaNumberLength);
            b.Property(association => association.Address).HasMaxLength(ProfileConsts.MaxAddressLength);
            b.Property(association => association.Phone).HasMaxLength(ProfileConsts.MaxPhoneLength);
            b.Property(association => association.DirectorOfPublication).HasMaxLength(AccountConsts.MaxNameLength);
            b.HasOne<Tenant>().WithOne().HasForeignKey<Association>(association => association.Id).OnDelete(DeleteBehavior.Cascade);
        });

        builder.Entity<Member>(b =>
        {
            b.ToTable("AssociationsMembers");
            b.ConfigureByConvention();
            b.Property(member => member.RoleNames).HasMaxLength(MemberConsts.MaxRolesLength);
            b.HasIndex(member => new { member.TenantId, member.UserId }).IsUnique();
            b.HasIndex(member => member.UserId);
            b.HasOne<IdentityUser>().WithMany().HasForeignKey(member => member.UserId).OnDelete(DeleteBehavior.Restrict);
        });

        builder.Entity<Invitation>(b =>
        {
            b.ToTable("AssociationsInvitations");
            b.ConfigureByConvention();
            b.Property(invitation => invitation.Email).HasMaxLength(AccountConsts.MaxEmailLength);
            b.Property(invitation => invitation.NormalizedEmail).HasMaxLength(AccountConsts.MaxEmailLength);
            b.Property(invitation => invitation.RoleNames).HasMaxLength(MemberConsts.MaxRolesLength);
            b.Property(invitation => invitation.InvitedByName).HasMaxLength(AccountConsts.MaxNameLength);
            b.Property(invitation => invitation.SecretHash).HasMaxLength(Invitation.SecretHashLength);
            b.HasIndex(invitation => new { invitation.TenantId, invitation.NormalizedEmail }).IsUnique();
        });

        builder.Entity<ApiKey>(b =>
        {
            b.ToTable("AssociationsApiKeys");
            b.ConfigureByConvention();
            b.Property(key => key.Name).HasMaxLength(ApiKeyConsts.MaxNameLength);
            b.Property(key => key.Scope).HasMaxLength(ApiKeyConsts.MaxScopeLength);
            b.Property(key => key.SecretHash).HasMaxLength(ApiKey.SecretHashLength);
            b.HasIndex(key => key.TenantId);
            b.HasOne<IdentityUser>().WithMany().HasForeignKey(key => key.UserId).OnDelete(DeleteBehavior.Cascade);
        });

        builder.Entity<SignUp>(b =>
        {
            b.ToTable("AssociationsSignUps");
            b.ConfigureByConvention();
            b.Property(signUp => signUp.IdempotencyKey).HasMaxLength(SignUpConsts.MaxIdempotencyKeyLength);
            b.Property(signUp => signUp.Fingerprint).HasMaxLength(SignUp.FingerprintLength);
            b.HasIndex(signUp => signUp.IdempotencyKey).IsUnique();
        });

        builder.Entity<Session>(b =>
        {
            b.ToTable("AssociationsSessions");
            b.ConfigureByConvention();
            b.Property(session => session.Browser).HasMaxLength(SessionConsts.MaxNameLength);
            b.Property(session => session.System).HasMaxLength(SessionConsts.MaxNameLength);
            b.HasIndex(session => session.UserId);
            b.HasIndex(session => session.LastSeenTime);
            b.HasOne<IdentityUser>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
        });

        builder.Entity<HubMember>(b =>
        {
            b.ToTable("AssociationsHubMembers");
            b.ConfigureByConvention();
            b.Property(member => member.RoleNames).HasMaxLength(MemberConsts.MaxRolesLength);
            b.HasIndex(member => member.UserId).IsUnique();
            b.HasOne<IdentityUser>().WithMany().HasForeignKey(member => member.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
