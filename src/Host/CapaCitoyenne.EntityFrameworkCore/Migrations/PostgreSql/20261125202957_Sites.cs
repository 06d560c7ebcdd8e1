using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Sites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SitesMedia_TenantId_CreationTime",
                table: "SitesMedia");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Accessibility_AuditDay",
                table: "SitesSites",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Accessibility_Auditor",
                table: "SitesSites",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Accessibility_IsPublicService",
                table: "SitesSites",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Accessibility_Rate",
                table: "SitesSites",
                type: "numeric(5,2)",
                precision: 5,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Accessibility_State",
                table: "SitesSites",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "NotAudited");

            migrationBuilder.AddColumn<string>(
                name: "FontPair",
                table: "SitesSites",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LogoMediaId",
                table: "SitesSites",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PrimaryDomain",
                table: "SitesSites",
                type: "character varying(253)",
                maxLength: 253,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SearchVersion",
                table: "SitesSites",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangeTime",
                table: "SitesRevisions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextChangeTime",
                table: "SitesPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "SitesPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduleProblem",
                table: "SitesPosts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnpublishAt",
                table: "SitesPosts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Audience",
                table: "SitesPages",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Public");

            migrationBuilder.AddColumn<DateTime>(
                name: "NextChangeTime",
                table: "SitesPages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "SitesPages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ScheduleProblem",
                table: "SitesPages",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UnpublishAt",
                table: "SitesPages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ContentType",
                table: "SitesMedia",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(32)",
                oldMaxLength: 32);

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "SitesMedia",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ConsentNote",
                table: "SitesMedia",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConsentUntil",
                table: "SitesMedia",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credit",
                table: "SitesMedia",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeleterId",
                table: "SitesMedia",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletionTime",
                table: "SitesMedia",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "SitesMedia",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "SitesMedia",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "FormerSize",
                table: "SitesMedia",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "FormerText",
                table: "SitesMedia",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsDecorative",
                table: "SitesMedia",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "SitesMedia",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTransparent",
                table: "SitesMedia",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "SitesMedia",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Picture");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastModificationTime",
                table: "SitesMedia",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LastModifierId",
                table: "SitesMedia",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "SitesMedia",
                type: "character varying(1300)",
                maxLength: 1300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<string>(
                name: "Path",
                table: "SitesFormerAddresses",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(140)",
                oldMaxLength: 140);

            migrationBuilder.CreateTable(
                name: "SitesCategories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesCategories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesDomains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerTenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    Token = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ClaimedName = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    CheckedTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MissingSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemovedTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PointsHere = table.Column<bool>(type: "boolean", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesDomains", x => x.Id);
                });

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
                name: "SitesExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    ExpiryTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ErrorCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesExports", x => x.Id);
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
                name: "SitesImportItems",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    SourceKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SourceJson = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: true),
                    NotesJson = table.Column<string>(type: "text", nullable: true),
                    WordsIn = table.Column<int>(type: "integer", nullable: false),
                    WordsOut = table.Column<int>(type: "integer", nullable: false),
                    TraceJson = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesImportItems", x => new { x.ImportId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "SitesImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    CountsJson = table.Column<string>(type: "text", nullable: false),
                    SiteTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SiteUrl = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    NeedsAddress = table.Column<bool>(type: "boolean", nullable: false),
                    Publish = table.Column<bool>(type: "boolean", nullable: false),
                    IsStopping = table.Column<bool>(type: "boolean", nullable: false),
                    EndTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ErrorCode = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ErrorDataJson = table.Column<string>(type: "text", nullable: true),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesMemberCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ExpiryTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesMemberCodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesMenus",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Json = table.Column<string>(type: "text", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesMenus", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesPostCategories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    PostId = table.Column<Guid>(type: "uuid", nullable: false),
                    CategoryId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesPostCategories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesSearchEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesSearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SitesSearchTerms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesSearchTerms", x => new { x.EntryId, x.Term });
                });

            migrationBuilder.CreateTable(
                name: "SitesVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SitesVisits", x => x.Id);
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
                name: "IX_SitesPosts_TenantId_NextChangeTime",
                table: "SitesPosts",
                columns: new[] { "TenantId", "NextChangeTime" },
                filter: "\"NextChangeTime\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SitesPages_TenantId_NextChangeTime",
                table: "SitesPages",
                columns: new[] { "TenantId", "NextChangeTime" },
                filter: "\"NextChangeTime\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SitesMedia_TenantId_Id",
                table: "SitesMedia",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesCategories_TenantId_Slug",
                table: "SitesCategories",
                columns: new[] { "TenantId", "Slug" },
                unique: true);

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
                name: "IX_SitesEvents_TenantId_LastDay",
                table: "SitesEvents",
                columns: new[] { "TenantId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesEvents_TenantId_Slug",
                table: "SitesEvents",
                columns: new[] { "TenantId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesExports_TenantId_CreationTime",
                table: "SitesExports",
                columns: new[] { "TenantId", "CreationTime" });

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
                name: "IX_SitesImportItems_ImportId_State",
                table: "SitesImportItems",
                columns: new[] { "ImportId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesImportItems_TenantId_SourceKey",
                table: "SitesImportItems",
                columns: new[] { "TenantId", "SourceKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesImports_TenantId_CreationTime",
                table: "SitesImports",
                columns: new[] { "TenantId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesMemberCodes_Hash",
                table: "SitesMemberCodes",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesMemberCodes_TenantId_ExpiryTime",
                table: "SitesMemberCodes",
                columns: new[] { "TenantId", "ExpiryTime" });

            migrationBuilder.CreateIndex(
                name: "IX_SitesMenus_TenantId",
                table: "SitesMenus",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesPostCategories_PostId_CategoryId",
                table: "SitesPostCategories",
                columns: new[] { "PostId", "CategoryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SitesPostCategories_TenantId_CategoryId",
                table: "SitesPostCategories",
                columns: new[] { "TenantId", "CategoryId" });

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

            // The menus that pages made by their switch, with the news in their second place as they were shown.
            migrationBuilder.Sql("""
                INSERT INTO "SitesMenus" ("Id", "TenantId", "Json", "ConcurrencyStamp", "CreationTime")
                SELECT "TenantId", "TenantId", json_agg(json_build_object('target', target, 'title', NULL, 'children', json_build_array()) ORDER BY place)::text, 'migrated', now()
                FROM (
                    SELECT "TenantId", 'page:' || "Id"::text AS target, CASE WHEN "Kind" = 'Home' THEN 0 ELSE "MenuOrder" + 2 END AS place FROM "SitesPages" WHERE "ShowInMenu" AND NOT "IsDeleted"
                    UNION ALL SELECT "TenantId", 'site:news', 1 FROM "SitesSites") AS entries
                GROUP BY "TenantId";
                """);

            migrationBuilder.DropColumn(
                name: "MenuOrder",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "ShowInMenu",
                table: "SitesPages");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SitesCategories");

            migrationBuilder.DropTable(
                name: "SitesDomains");

            migrationBuilder.DropTable(
                name: "SitesExports");

            migrationBuilder.DropTable(
                name: "SitesFormSubmissions");

            migrationBuilder.DropTable(
                name: "SitesImportItems");

            migrationBuilder.DropTable(
                name: "SitesImports");

            migrationBuilder.DropTable(
                name: "SitesMemberCodes");

            migrationBuilder.DropTable(
                name: "SitesMenus");

            migrationBuilder.DropTable(
                name: "SitesPostCategories");

            migrationBuilder.DropTable(
                name: "SitesRegistrations");

            migrationBuilder.DropTable(
                name: "SitesSearchEntries");

            migrationBuilder.DropTable(
                name: "SitesSearchTerms");

            migrationBuilder.DropTable(
                name: "SitesVisits");

            migrationBuilder.DropTable(
                name: "SitesForms");

            migrationBuilder.DropTable(
                name: "SitesEvents");

            migrationBuilder.DropIndex(
                name: "IX_SitesPosts_TenantId_NextChangeTime",
                table: "SitesPosts");

            migrationBuilder.DropIndex(
                name: "IX_SitesPages_TenantId_NextChangeTime",
                table: "SitesPages");

            migrationBuilder.DropIndex(
                name: "IX_SitesMedia_TenantId_Id",
                table: "SitesMedia");

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
                name: "FontPair",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "LogoMediaId",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "PrimaryDomain",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "SearchVersion",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "ChangeTime",
                table: "SitesRevisions");

            migrationBuilder.DropColumn(
                name: "NextChangeTime",
                table: "SitesPosts");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "SitesPosts");

            migrationBuilder.DropColumn(
                name: "ScheduleProblem",
                table: "SitesPosts");

            migrationBuilder.DropColumn(
                name: "UnpublishAt",
                table: "SitesPosts");

            migrationBuilder.DropColumn(
                name: "Audience",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "NextChangeTime",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "ScheduleProblem",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "UnpublishAt",
                table: "SitesPages");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "ConsentNote",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "ConsentUntil",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "Credit",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "DeleterId",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "DeletionTime",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "FocusX",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "FocusY",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "FormerSize",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "FormerText",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "IsDecorative",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "IsTransparent",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "LastModificationTime",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "LastModifierId",
                table: "SitesMedia");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "SitesMedia");

            migrationBuilder.AddColumn<int>(
                name: "MenuOrder",
                table: "SitesPages",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "ShowInMenu",
                table: "SitesPages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "ContentType",
                table: "SitesMedia",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.AlterColumn<string>(
                name: "Path",
                table: "SitesFormerAddresses",
                type: "character varying(140)",
                maxLength: 140,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);

            migrationBuilder.CreateIndex(
                name: "IX_SitesMedia_TenantId_CreationTime",
                table: "SitesMedia",
                columns: new[] { "TenantId", "CreationTime" });
        }
    }
}
