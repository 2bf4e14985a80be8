package org.pokana;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Named pieces of work and when Quartz is to start them. */
final class Ticks {

    private static final Logger log = LoggerFactory.getLogger(Ticks.class);

    private final LateTicks late;
    final List<JobDetail> jobs = new ArrayList<>();
    final List<Trigger> triggers = new ArrayList<>();

    Ticks(LateTicks late) {
        this.late = late;
    }

    Ticks every(Duration interval, String name, Runnable work) {
        late.begins(name, interval);
        return add(
                name,
                () -> {
                    late.begins(name, interval);
                    work.run();
                },
                SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount());
    }

    /** In UTC, because local hours are skipped or repeated when clocks change. */
    Ticks dailyAtUtc(int hour, int minute, String name, Runnable work) {
        return add(
                name,
                work,
                CronScheduleBuilder.dailyAtHourAndMinute(hour, minute).inTimeZone(TimeZone.getTimeZone("UTC")));
    }

    private Ticks add(String name, Runnable work, ScheduleBuilder<?> schedule) {
        var data = new JobDataMap();
        data.put("work", work);
        jobs.add(JobBuilder.newJob(Tick.class)
                .withIdentity(name)
                .usingJobData(data)
                .storeDurably()
                .build());
        triggers.add(TriggerBuilder.newTrigger()
                .withIdentity(name)
                .forJob(name)
                .withSchedule(schedule)
                .build());
        return this;
    }

    /** Does one piece of work; never two of the same at once. */
    @DisallowConcurrentExecution
    public static final class Tick implements Job {

        @Override
        public void execute(JobExecutionContext context) {
            var name = context.getJobDetail().getKey().getName();
            try {
                var work =
                        (Runnable) requireNonNull(context.getMergedJobDataMap().get("work"));
                work.run();
            } catch (RuntimeException e) { // the next tick tries again
                log.warn("'{}' did not succeed this time: {}", name, e.toString());
            }
        }
    }
}
