using CapaCitoyenne.Abp.Auditing;
using CapaCitoyenne.Abp.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CapaCitoyenne.Abp.EntityFrameworkCore.Modeling;

public static class AbpModelBuilderExtensions
{
    /// <summary>Maps what the base classes bring: the concurrency stamp as a token of 40 characters.</summary>
    public static void ConfigureByConvention(this EntityTypeBuilder builder)
    {
        if (typeof(IHasConcurrencyStamp).IsAssignableFrom(builder.Metadata.ClrType))
        {
            builder.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken().HasMaxLength(40);
        }
    }

    /// <summary>The foundation's own tables.</summary>
    internal static void ConfigureAbp(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BackgroundJobRecord>(job =>
        {
            job.ToTable("AbpBackgroundJobs");
            job.Property(x => x.JobName).HasMaxLength(BackgroundJobRecord.MaxJobNameLength);
            job.Property(x => x.HandlerName).HasMaxLength(BackgroundJobRecord.MaxJobNameLength);
            job.Property(x => x.Culture).HasMaxLength(10);
            job.Property(x => x.LastError).HasMaxLength(BackgroundJobRecord.MaxErrorLength);
            job.HasIndex(x => new { x.IsAbandoned, x.NextTryTime });
        });
        modelBuilder.Entity<AuditLog>(log =>
        {
            log.ToTable("AbpAuditLogs");
            log.Property(x => x.UserName).HasMaxLength(256);
            log.Property(x => x.ServiceName).HasMaxLength(128);
            log.Property(x => x.MethodName).HasMaxLength(128);
            log.Property(x => x.Parameters).HasMaxLength(AuditLog.MaxParametersLength);
            log.Property(x => x.CorrelationId).HasMaxLength(64);
            log.HasIndex(x => new { x.TenantId, x.ExecutionTime });
        });
    }
}
