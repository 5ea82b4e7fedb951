package io.projectexport.persistence.project;

import io.projectexport.export.query.SavedViews;
import io.projectexport.persistence.sql.FirstWriteWins;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Adapter of the port {@link SavedViews}, in the table {@code saved_view}. */
@Repository
@Transactional
class JdbcSavedViews implements SavedViews {

    private final JdbcClient jdbc;
    private final FirstWriteWins firstWriteWins;

    JdbcSavedViews(JdbcClient jdbc, FirstWriteWins firstWriteWins) {
        this.jdbc = jdbc;
        this.firstWriteWins = firstWriteWins;
    }

    @Override
    public List<SavedView> of(String userId) {
        return jdbc.sql("select name, query from saved_view where user_id = ? order by name")
                .param(userId)
                .query(SavedView.class)
                .list();
    }

    @Override
    public void save(String userId, SavedView view) {
        if (!update(userId, view) && !insert(userId, view)) {
            update(userId, view);
        }
    }

    @Override
    public boolean delete(String userId, String name) {
        return jdbc.sql("delete from saved_view where user_id = ? and name = ?")
                        .params(userId, name)
                        .update()
                > 0;
    }

    private boolean update(String userId, SavedView view) {
        return jdbc.sql("update saved_view set query = ? where user_id = ? and name = ?")
                        .params(view.query(), userId, view.name())
                        .update()
                > 0;
    }

    private boolean insert(String userId, SavedView view) {
        return firstWriteWins.insert(() -> jdbc.sql("insert into saved_view (user_id, name, query) values (?, ?, ?)")
                .params(userId, view.name(), view.query())
                .update());
    }
}
