using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Sites_Media : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SitesMedia_TenantId_CreationTime",
                table: "SitesMedia");

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
                defaultValue: 50);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "SitesMedia",
                type: "integer",
                nullable: false,
                defaultValue: 50);

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

            migrationBuilder.CreateIndex(
                name: "IX_SitesMedia_TenantId_Id",
                table: "SitesMedia",
                columns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SitesMedia_TenantId_Id",
                table: "SitesMedia");

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

            migrationBuilder.AlterColumn<string>(
                name: "ContentType",
                table: "SitesMedia",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(100)",
                oldMaxLength: 100);

            migrationBuilder.CreateIndex(
                name: "IX_SitesMedia_TenantId_CreationTime",
                table: "SitesMedia",
                columns: new[] { "TenantId", "CreationTime" });
        }
    }
}
