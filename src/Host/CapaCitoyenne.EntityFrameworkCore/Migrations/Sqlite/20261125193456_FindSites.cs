using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindSites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "Accessibility_AuditDay",
                table: "SitesSites",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Accessibility_Auditor",
                table: "SitesSites",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Accessibility_IsPublicService",
                table: "SitesSites",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Accessibility_Rate",
                table: "SitesSites",
                type: "TEXT",
                precision: 5,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Accessibility_State",
                table: "SitesSites",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "NotAudited");

            migrationBuilder.AddColumn<string>(
                name: "PrimaryDomain",
                table: "SitesSites",
                type: "TEXT",
                maxLength: 253,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SearchVersion",
                table: "SitesSites",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SitesDomains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerTenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ClaimedName = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    CheckedTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MissingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PointsHere = table.Column<bool>(type: "INTEGER", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesDomains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesSearchEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesSearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesSearchTerms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesSearchTerms", x => new { x.EntryId, x.Term });
                });

            migrationBuilder.CreateTable(
                name: "SitesVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesVisits", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SitesDomains_ClaimedName",
                table: "SitesDomains",
                column: "ClaimedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesDomains_OwnerTenantId_Name",
                table: "SitesDomains",
                columns: new[] { "OwnerTenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesSearchEntries_TenantId",
                table: "SitesSearchEntries",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_SitesSearchTerms_TenantId_Term",
                table: "SitesSearchTerms",
                columns: new[] { "TenantId", "Term" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesVisits_Day",
                table: "SitesVisits",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_SitesVisits_TenantId_Day_Kind_Key",
                table: "SitesVisits",
                columns: new[] { "TenantId", "Day", "Kind", "Key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SitesDomains");

            migrationBuilder.DropTable(
                name: "SitesSearchEntries");

            migrationBuilder.DropTable(
                name: "SitesSearchTerms");

            migrationBuilder.DropTable(
                name: "SitesVisits");

            migrationBuilder.DropColumn(
                name: "Accessibility_AuditDay",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "Accessibility_Auditor",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "Accessibility_IsPublicService",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "Accessibility_Rate",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "Accessibility_State",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "PrimaryDomain",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "SearchVersion",
                table: "SitesSites");
        }
    }
}
