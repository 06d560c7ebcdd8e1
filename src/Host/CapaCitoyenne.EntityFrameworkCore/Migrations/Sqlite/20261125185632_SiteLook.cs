using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CapaCitoyenne.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SiteLook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FontPair",
                table: "SitesSites",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LogoMediaId",
                table: "SitesSites",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FontPair",
                table: "SitesSites");

            migrationBuilder.DropColumn(
                name: "LogoMediaId",
                table: "SitesSites");
        }
    }
}
