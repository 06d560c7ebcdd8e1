using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AgendaAndForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SitesEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Markdown = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    Recurrence = table.Column<string>(type: "text", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    PlaceName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    PlaceAddress = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    RemoteUrl = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    CategorySlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    ImageId = table.Column<Guid>(type: "uuid", nullable: true),
                    ImageAlt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    IsPublished = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsCancelled = table.Column<bool>(type: "boolean", nullable: false),
                    CancellationReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ChangeTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    HasRegistration = table.Column<bool>(type: "boolean", nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: true),
                    MaxPersons = table.Column<int>(type: "integer", nullable: false),
                    RetentionDays = table.Column<int>(type: "integer", nullable: false),
                    RegistrationTicket = table.Column<long>(type: "bigint", nullable: false),
                    EndDay = table.Column<DateOnly>(type: "date", nullable: false),
                    EndTime = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    StartDay = table.Column<DateOnly>(type: "date", nullable: false),
                    StartTime = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDeleted = table.Column<bool>(type: "boolean", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeleterId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RetentionMonths = table.Column<int>(type: "integer", nullable: false),
                    SuccessMessage = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    RecipientIds = table.Column<string>(type: "text", nullable: false),
                    SubmissionTicket = table.Column<long>(type: "bigint", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsDeleted = table.Column<bool>(type: "boolean", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeleterId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesRegistrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    EndDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    Message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesRegistrations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SitesRegistrations_SitesEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "SitesEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SitesFormSubmissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answers = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesFormSubmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SitesFormSubmissions_SitesForms_FormId",
                        column: x => x.FormId,
                        principalTable: "SitesForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SitesEvents_TenantId_LastDay",
                table: "SitesEvents",
                columns: new[] { "TenantId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesEvents_TenantId_Slug",
                table: "SitesEvents",
                columns: new[] { "TenantId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesForms_TenantId",
                table: "SitesForms",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_SitesFormSubmissions_FormId_ReceivedTime",
                table: "SitesFormSubmissions",
                columns: new[] { "FormId", "ReceivedTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesFormSubmissions_TenantId_NormalizedEmail",
                table: "SitesFormSubmissions",
                columns: new[] { "TenantId", "NormalizedEmail" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesFormSubmissions_TenantId_ReceivedTime",
                table: "SitesFormSubmissions",
                columns: new[] { "TenantId", "ReceivedTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesRegistrations_EndDay",
                table: "SitesRegistrations",
                column: "EndDay");

            migrationBuilder.CreateIndex(
                name: "IX_SitesRegistrations_EventId_Day_State_CreationTime",
                table: "SitesRegistrations",
                columns: new[] { "EventId", "Day", "State", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesRegistrations_TenantId_NormalizedEmail",
                table: "SitesRegistrations",
                columns: new[] { "TenantId", "NormalizedEmail" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SitesFormSubmissions");

            migrationBuilder.DropTable(
                name: "SitesRegistrations");

            migrationBuilder.DropTable(
                name: "SitesForms");

            migrationBuilder.DropTable(
                name: "SitesEvents");
        }
    }
}
