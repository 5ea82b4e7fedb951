package io.projectexport.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells the database of installations from the one for trying the tool out, where only the former can do something. */
public final class PostgreSql {

    private PostgreSql() {}

    public static boolean is(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return is(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    public static boolean is(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
