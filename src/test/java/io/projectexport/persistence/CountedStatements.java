package io.projectexport.persistence;

import io.projectexport.persistence.project.JdbcProjectSearch;
import io.projectexport.persistence.sql.QueryPlans;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that counts what it is asked, so that a test can tell one question from one for each row. */
public final class CountedStatements extends DelegatingDataSource {

    private int statements;
    private int transactions;

    public CountedStatements(DataSource database) {
        super(database);
    }

    /** A search that asks here. */
    public JdbcProjectSearch search() {
        JdbcClient jdbc = JdbcClient.create(this);
        return new JdbcProjectSearch(jdbc, new QueryPlans(jdbc, this));
    }

    public int during(Runnable work) {
        statements = 0;
        transactions = 0;
        work.run();
        return statements;
    }

    /** How many ended {@link #during} that, one way or the other. */
    public int transactions() {
        return transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (p, method, args) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements++;
                    }
                    if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                        transactions++;
                    }
                    return invoke(connection, method, args);
                });
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
