using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mailing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailingChunks_State_NotBefore",
                table: "MailingChunks");

            migrationBuilder.AddColumn<int>(
                name: "Lane",
                table: "MailingChunks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "DigestId",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DigestTime",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsInArchive",
                table: "MailingCampaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "MailingCampaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecallableUntil",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ResendOfId",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ResendsDoubt",
                table: "MailingCampaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "SegmentId",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SegmentRuleJson",
                table: "MailingCampaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelRequestedTime",
                table: "MailingAttempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasLeft",
                table: "MailingAttempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AssociationsApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ExpirationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsedTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssociationsApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssociationsApiKeys_AbpUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AbpUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailingApprovals_MailingCampaigns_Id",
                        column: x => x.Id,
                        principalTable: "MailingCampaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingContactFields",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingContactFields", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingDigests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Intro = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ListIds = table.Column<string>(type: "TEXT", nullable: false),
                    Rhythm = table.Column<int>(type: "INTEGER", nullable: false),
                    Weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    Time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    SendsItself = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasEvents = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CoveredUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastCampaignId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastCampaignTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingDigests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingIdempotentRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    AnswerJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingIdempotentRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingLetterPages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingLetterPages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailingLetterPages_MailingCampaigns_Id",
                        column: x => x.Id,
                        principalTable: "MailingCampaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingLetterTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PreviewText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ContentJson = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeletionTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeleterId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingLetterTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingMergedContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingMergedContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailingMergedContacts_MailingContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "MailingContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingSegments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    RuleJson = table.Column<string>(type: "TEXT", nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingSegments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingSendingDomains",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    LocalPart = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProviderId = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordsJson = table.Column<string>(type: "TEXT", nullable: false),
                    VerifiedTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastCheckTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingSendingDomains", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingSendingPaces",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextTime = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingSendingPaces", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "MailingSoftBounces",
                columns: table => new
                {
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingSoftBounces", x => new { x.ContactId, x.Day });
                    table.ForeignKey(
                        name: "FK_MailingSoftBounces_MailingContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "MailingContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingTags",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingTags", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailingWelcomeLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DelayDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreationTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastModificationTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastModifierId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingWelcomeLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailingWelcomeLetters_MailingCampaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "MailingCampaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MailingWelcomeLetters_MailingLists_ListId",
                        column: x => x.ListId,
                        principalTable: "MailingLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingContactFieldValues",
                columns: table => new
                {
                    FieldId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SearchValue = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Number = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingContactFieldValues", x => new { x.ContactId, x.FieldId });
                    table.ForeignKey(
                        name: "FK_MailingContactFieldValues_MailingContactFields_FieldId",
                        column: x => x.FieldId,
                        principalTable: "MailingContactFields",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MailingContactFieldValues_MailingContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "MailingContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MailingTaggedContacts",
                columns: table => new
                {
                    TagId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailingTaggedContacts", x => new { x.TagId, x.ContactId });
                    table.ForeignKey(
                        name: "FK_MailingTaggedContacts_MailingContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "MailingContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MailingTaggedContacts_MailingTags_TagId",
                        column: x => x.TagId,
                        principalTable: "MailingTags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MailingDeliveries_ContactId",
                table: "MailingDeliveries",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingContacts_TenantId_CreationTime",
                table: "MailingContacts",
                columns: new[] { "TenantId", "CreationTime" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingContacts_TenantId_SearchFirstName",
                table: "MailingContacts",
                columns: new[] { "TenantId", "SearchFirstName" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingContacts_TenantId_SearchLastName_NormalizedEmail",
                table: "MailingContacts",
                columns: new[] { "TenantId", "SearchLastName", "NormalizedEmail" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingChunks_State_Lane_NotBefore",
                table: "MailingChunks",
                columns: new[] { "State", "Lane", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingCampaigns_DigestId_DigestTime",
                table: "MailingCampaigns",
                columns: new[] { "DigestId", "DigestTime" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns",
                column: "ResendOfId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingAttempts_SendAt",
                table: "MailingAttempts",
                column: "SendAt");

            migrationBuilder.CreateIndex(
                name: "IX_AssociationsApiKeys_TenantId",
                table: "AssociationsApiKeys",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_AssociationsApiKeys_UserId",
                table: "AssociationsApiKeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingApprovals_TenantId",
                table: "MailingApprovals",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingContactFields_TenantId_Name",
                table: "MailingContactFields",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingContactFieldValues_FieldId_SearchValue",
                table: "MailingContactFieldValues",
                columns: new[] { "FieldId", "SearchValue" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingDigests_NextTime",
                table: "MailingDigests",
                column: "NextTime");

            migrationBuilder.CreateIndex(
                name: "IX_MailingDigests_TenantId",
                table: "MailingDigests",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingIdempotentRequests_CreationTime",
                table: "MailingIdempotentRequests",
                column: "CreationTime");

            migrationBuilder.CreateIndex(
                name: "IX_MailingIdempotentRequests_TenantId_UserId_Key",
                table: "MailingIdempotentRequests",
                columns: new[] { "TenantId", "UserId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingLetterPages_TenantId_IsPublic_Time",
                table: "MailingLetterPages",
                columns: new[] { "TenantId", "IsPublic", "Time" });

            migrationBuilder.CreateIndex(
                name: "IX_MailingLetterPages_TenantId_Slug",
                table: "MailingLetterPages",
                columns: new[] { "TenantId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingLetterTemplates_TenantId",
                table: "MailingLetterTemplates",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingMergedContacts_ContactId",
                table: "MailingMergedContacts",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingSegments_TenantId_NormalizedName",
                table: "MailingSegments",
                columns: new[] { "TenantId", "NormalizedName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingSendingDomains_TenantId",
                table: "MailingSendingDomains",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingTaggedContacts_ContactId",
                table: "MailingTaggedContacts",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingTags_TenantId_NormalizedName",
                table: "MailingTags",
                columns: new[] { "TenantId", "NormalizedName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingWelcomeLetters_CampaignId",
                table: "MailingWelcomeLetters",
                column: "CampaignId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingWelcomeLetters_ListId",
                table: "MailingWelcomeLetters",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_MailingWelcomeLetters_TenantId_ListId",
                table: "MailingWelcomeLetters",
                columns: new[] { "TenantId", "ListId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssociationsApiKeys");

            migrationBuilder.DropTable(
                name: "MailingApprovals");

            migrationBuilder.DropTable(
                name: "MailingContactFieldValues");

            migrationBuilder.DropTable(
                name: "MailingDigests");

            migrationBuilder.DropTable(
                name: "MailingIdempotentRequests");

            migrationBuilder.DropTable(
                name: "MailingLetterPages");

            migrationBuilder.DropTable(
                name: "MailingLetterTemplates");

            migrationBuilder.DropTable(
                name: "MailingMergedContacts");

            migrationBuilder.DropTable(
                name: "MailingSegments");

            migrationBuilder.DropTable(
                name: "MailingSendingDomains");

            migrationBuilder.DropTable(
                name: "MailingSendingPaces");

            migrationBuilder.DropTable(
                name: "MailingSoftBounces");

            migrationBuilder.DropTable(
                name: "MailingTaggedContacts");

            migrationBuilder.DropTable(
                name: "MailingWelcomeLetters");

            migrationBuilder.DropTable(
                name: "MailingContactFields");

            migrationBuilder.DropTable(
                name: "MailingTags");

            migrationBuilder.DropIndex(
                name: "IX_MailingDeliveries_ContactId",
                table: "MailingDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_MailingContacts_TenantId_CreationTime",
                table: "MailingContacts");

            migrationBuilder.DropIndex(
                name: "IX_MailingContacts_TenantId_SearchFirstName",
                table: "MailingContacts");

            migrationBuilder.DropIndex(
                name: "IX_MailingContacts_TenantId_SearchLastName_NormalizedEmail",
                table: "MailingContacts");

            migrationBuilder.DropIndex(
                name: "IX_MailingChunks_State_Lane_NotBefore",
                table: "MailingChunks");

            migrationBuilder.DropIndex(
                name: "IX_MailingCampaigns_DigestId_DigestTime",
                table: "MailingCampaigns");

            migrationBuilder.DropIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns");

            migrationBuilder.DropIndex(
                name: "IX_MailingAttempts_SendAt",
                table: "MailingAttempts");

            migrationBuilder.DropColumn(
                name: "Lane",
                table: "MailingChunks");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "DigestTime",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "IsInArchive",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "RecallableUntil",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "ResendOfId",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "ResendsDoubt",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "SegmentId",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "SegmentRuleJson",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "CancelRequestedTime",
                table: "MailingAttempts");

            migrationBuilder.DropColumn(
                name: "HasLeft",
                table: "MailingAttempts");

            migrationBuilder.CreateIndex(
                name: "IX_MailingChunks_State_NotBefore",
                table: "MailingChunks",
                columns: new[] { "State", "NotBefore" });
        }
    }
}
