package shop;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface FlagMapper {
    @Select("SELECT count(*) FROM feature_flags WHERE enabled = #{enabled}")
    long count(boolean enabled);

    @Update("UPDATE feature_flags SET enabled = NOT enabled WHERE key = #{key}")
    int flip(String key);

    /** In the XML file. */
    List<String> keys(@Param("owners") List<String> owners);
}
