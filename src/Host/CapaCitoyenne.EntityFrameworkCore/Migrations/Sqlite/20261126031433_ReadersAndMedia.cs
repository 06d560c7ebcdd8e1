using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadersAndMedia : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailingContacts_TenantId_CreationTime",
                table: "MailingContacts");

            migrationBuilder.AddColumn<bool>(
                name: "AreMediaUsesNoted",
                table: "SitesSites",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OriginalUid",
                table: "SitesEvents",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PausedUntil",
                table: "MailingContacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MeasuredCount",
                table: "MailingAttempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "MailingLetterCounters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingLetterCounters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailingLetterCounters_MailingCampaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MailingCampaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SitesMediaUses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesMediaUses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailingContacts_TenantId_Id",
                table: "MailingContacts",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingLetterCounters_CampaignId_Number",
                table: "MailingLetterCounters",
                columns: new[] { "CampaignId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesMediaUses_OwnerId",
                table: "SitesMediaUses",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SitesMediaUses_TenantId_MediaId",
                table: "SitesMediaUses",
                columns: new[] { "TenantId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MailingLetterCounters");

            migrationBuilder.DropTable(
                name: "SitesMediaUses");

            migrationBuilder.DropIndex(
                name: "IX_MailingContacts_TenantId_Id",
                table: "MailingContacts");

            migrationBuilder.DropColumn(
                name: "AreMediaUsesNoted",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "OriginalUid",
                table: "SitesEvents");

            migrationBuilder.DropColumn(
                name: "PausedUntil",
                table: "MailingContacts");

            migrationBuilder.DropColumn(
                name: "MeasuredCount",
                table: "MailingAttempts");

            migrationBuilder.CreateIndex(
                name: "IX_MailingContacts_TenantId_CreationTime",
                table: "MailingContacts",
                columns: new[] { "TenantId", "CreationTime" });
        }
    }
}
