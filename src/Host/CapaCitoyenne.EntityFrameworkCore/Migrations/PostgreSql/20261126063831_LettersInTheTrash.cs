using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class LettersInTheTrash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns");

            migrationBuilder.AddColumn<Guid>(
                name: "DeleterId",
                table: "MailingWelcomeLetters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletionTime",
                table: "MailingWelcomeLetters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "MailingWelcomeLetters",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "DeleterId",
                table: "MailingDigests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletionTime",
                table: "MailingDigests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "MailingDigests",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ForgottenTime",
                table: "MailingContactImports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeleterId",
                table: "MailingCampaigns",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletionTime",
                table: "MailingCampaigns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "MailingCampaigns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "WriterId",
                table: "MailingCampaigns",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns",
                column: "ResendOfId",
                unique: true,
                filter: "NOT \"IsDeleted\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "DeleterId",
                table: "MailingWelcomeLetters");

            migrationBuilder.DropColumn(
                name: "DeletionTime",
                table: "MailingWelcomeLetters");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "MailingWelcomeLetters");

            migrationBuilder.DropColumn(
                name: "DeleterId",
                table: "MailingDigests");

            migrationBuilder.DropColumn(
                name: "DeletionTime",
                table: "MailingDigests");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "MailingDigests");

            migrationBuilder.DropColumn(
                name: "ForgottenTime",
                table: "MailingContactImports");

            migrationBuilder.DropColumn(
                name: "DeleterId",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "DeletionTime",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "IsDeleted",
                table: "MailingCampaigns");

            migrationBuilder.DropColumn(
                name: "WriterId",
                table: "MailingCampaigns");

            migrationBuilder.CreateIndex(
                name: "IX_MailingCampaigns_ResendOfId",
                table: "MailingCampaigns",
                column: "ResendOfId",
                unique: true);
        }
    }
}
