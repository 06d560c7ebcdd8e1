using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
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

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "SitesMedia",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ConsentNote",
                table: "SitesMedia",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConsentUntil",
                table: "SitesMedia",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Credit",
                table: "SitesMedia",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DeleterId",
                table: "SitesMedia",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletionTime",
                table: "SitesMedia",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<long>(
                name: "FormerSize",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "FormerText",
                table: "SitesMedia",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsDecorative",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsDeleted",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTransparent",
                table: "SitesMedia",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "SitesMedia",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Picture");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastModificationTime",
                table: "SitesMedia",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LastModifierId",
                table: "SitesMedia",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "SitesMedia",
                type: "TEXT",
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

            migrationBuilder.CreateIndex(
                name: "IX_SitesMedia_TenantId_CreationTime",
                table: "SitesMedia",
                columns: new[] { "TenantId", "CreationTime" });
        }
    }
}
