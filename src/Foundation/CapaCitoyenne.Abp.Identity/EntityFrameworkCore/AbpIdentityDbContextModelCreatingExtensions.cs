using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Abp.PermissionManagement;
using CapaCitoyenne.Abp.SettingManagement;
using CapaCitoyenne.Abp.TenantManagement;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using IdentityUser = CapaCitoyenne.Abp.Identity.IdentityUser;

namespace CapaCitoyenne.Abp.EntityFrameworkCore;

/// <summary>The tables of accounts, tenants, grants and settings, with ABP's names.</summary>
public static class AbpIdentityDbContextModelCreatingExtensions
{
    public static void ConfigureIdentity(this ModelBuilder builder)
    {
        builder.Entity<IdentityUser>(b =>
        {
            b.ToTable("AbpUsers");
            b.ConfigureByConvention();
            b.Property(user => user.UserName).HasMaxLength(IdentityUserConsts.MaxUserNameLength).IsRequired();
            b.Property(user => user.NormalizedUserName).HasMaxLength(IdentityUserConsts.MaxUserNameLength).IsRequired();
            b.Property(user => user.Email).HasMaxLength(IdentityUserConsts.MaxEmailLength).IsRequired();
            b.Property(user => user.NormalizedEmail).HasMaxLength(IdentityUserConsts.MaxEmailLength).IsRequired();
            b.Property(user => user.Name).HasMaxLength(IdentityUserConsts.MaxNameLength);
            b.Property(user => user.Language).HasMaxLength(IdentityUserConsts.MaxLanguageLength);
            b.Property(user => user.PhoneNumber).HasMaxLength(IdentityUserConsts.MaxPhoneNumberLength);
            b.Property(user => user.PasswordHash).HasMaxLength(IdentityUserConsts.MaxPasswordHashLength);
            b.Property(user => user.SecurityStamp).HasMaxLength(IdentityUserConsts.MaxStampLength);
            b.Property(user => user.ConcurrencyStamp).HasMaxLength(IdentityUserConsts.MaxStampLength).IsConcurrencyToken();
            // ASP.NET Core Identity writes an instant; neither database compares offsets, so it is stored as UTC.
            b.Property(user => user.LockoutEnd).HasConversion(
                end => end.HasValue ? end.Value.UtcDateTime : (DateTime?)null,
                end => end.HasValue ? new DateTimeOffset(DateTime.SpecifyKind(end.Value, DateTimeKind.Utc)) : null);
            b.Ignore(user => user.IsProvisional);
            b.HasIndex(user => user.NormalizedUserName).IsUnique();
            b.HasIndex(user => user.NormalizedEmail);
        });

        // Authenticator keys and recovery codes.
        builder.Entity<IdentityUserToken<Guid>>(b =>
        {
            b.ToTable("AbpUserTokens");
            b.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
            b.Property(token => token.LoginProvider).HasMaxLength(64);
            b.Property(token => token.Name).HasMaxLength(128);
            b.Property(token => token.Value).HasMaxLength(2048);
            b.HasOne<IdentityUser>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
        });

        builder.Entity<DataProtectionKey>(b =>
        {
            b.ToTable("AbpDataProtectionKeys");
            b.Property(key => key.FriendlyName).HasMaxLength(256);
        });
    }

    public static void ConfigureTenantManagement(this ModelBuilder builder)
    {
        builder.Entity<Tenant>(b =>
        {
            b.ToTable("AbpTenants");
            b.ConfigureByConvention();
            b.Property(tenant => tenant.Name).HasMaxLength(TenantConsts.MaxNameLength);
            b.Property(tenant => tenant.NormalizedName).HasMaxLength(TenantConsts.MaxNormalizedNameLength);
            b.HasIndex(tenant => tenant.NormalizedName).IsUnique();
        });

        builder.Entity<TenantSlugRedirect>(b =>
        {
            b.ToTable("AbpTenantSlugRedirects");
            b.ConfigureByConvention();
            b.Property(redirect => redirect.Slug).HasMaxLength(TenantConsts.MaxNormalizedNameLength);
            b.HasIndex(redirect => redirect.Slug).IsUnique();
            b.HasOne<Tenant>().WithMany().HasForeignKey(redirect => redirect.TenantId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    public static void ConfigurePermissionManagement(this ModelBuilder builder) => builder.Entity<PermissionGrant>(b =>
    {
        b.ToTable("AbpPermissionGrants");
        b.ConfigureByConvention();
        b.Property(grant => grant.Name).HasMaxLength(PermissionGrantConsts.MaxNameLength);
        b.Property(grant => grant.ProviderName).HasMaxLength(PermissionGrantConsts.MaxProviderNameLength);
        b.Property(grant => grant.ProviderKey).HasMaxLength(PermissionGrantConsts.MaxProviderKeyLength);
        b.HasIndex(grant => new { grant.TenantId, grant.Name, grant.ProviderName, grant.ProviderKey }).IsUnique();
    });

    public static void ConfigureSettingManagement(this ModelBuilder builder) => builder.Entity<Setting>(b =>
    {
        b.ToTable("AbpSettings");
        b.ConfigureByConvention();
        b.Property(setting => setting.Name).HasMaxLength(SettingConsts.MaxNameLength);
        b.Property(setting => setting.Value).HasMaxLength(SettingConsts.MaxValueLength);
        b.Property(setting => setting.ProviderName).HasMaxLength(SettingConsts.MaxProviderNameLength);
        b.Property(setting => setting.ProviderKey).HasMaxLength(SettingConsts.MaxProviderKeyLength);
        b.HasIndex(setting => new { setting.Name, setting.ProviderName, setting.ProviderKey }).IsUnique();
    });
}
