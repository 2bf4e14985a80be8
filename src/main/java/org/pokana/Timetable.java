package org.pokana;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.pokana.announcement.HandingOut;
import org.pokana.announcement.Latecomers;
import org.pokana.announcement.Withdrawals;
import org.pokana.answers.AskingWhetherTrue;
import org.pokana.archive.KeepingUp;
import org.pokana.change.LiveCount;
import org.pokana.change.Refreshing;
import org.pokana.faq.Rereading;
import org.pokana.followup.AskingForPhotos;
import org.pokana.followup.Following;
import org.pokana.followup.PhotoRemoval;
import org.pokana.forum.Registrations;
import org.pokana.helpdesk.Rounds;
import org.pokana.messaging.Courier;
import org.pokana.messaging.Inbox;
import org.pokana.privacy.Erasures;
import org.pokana.privacy.Retention;
import org.pokana.reminder.Nudging;
import org.pokana.reminder.Reminders;
import org.pokana.store.Upkeep;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * Everything the service does by itself, by name and by how often. Quartz is only the clock: what is due stands in our
 * own documents, so a tick that is missed, repeated or made by two instances costs nothing.
 */
@Configuration(proxyBeanMethods = false)
class Timetable {

    @Bean
    LateTicks lateTicks(Clock clock) {
        return new LateTicks(clock);
    }

    @Bean
    Ticks ticks(
            Inbox inbox,
            Courier courier,
            Upkeep upkeep,
            Reminders reminders,
            Nudging nudging,
            HandingOut handingOut,
            Latecomers latecomers,
            Withdrawals withdrawals,
            Following following,
            AskingForPhotos askingForPhotos,
            PhotoRemoval photoRemoval,
            Registrations registrations,
            LiveCount liveCount,
            Refreshing refreshing,
            Rereading rereading,
            AskingWhetherTrue askingWhetherTrue,
            Rounds rounds,
            Erasures erasures,
            Retention retention,
            KeepingUp keepingUp,
            LateTicks late,
            Clock clock) {
        return new Ticks(late)
                .every(
                        Duration.ofSeconds(5),
                        "hear what nobody finished hearing",
                        () -> inbox.takeOver(clock.instant()))
                .every(
                        Duration.ofSeconds(5),
                        "carry what nobody finished carrying",
                        () -> courier.takeOver(clock.instant()))
                .every(Duration.ofSeconds(5), "ring the reminders that are due", reminders::ringDue)
                .every(Duration.ofMinutes(1), "ask once more who has not answered", nudging::nudgeDue)
                .every(Duration.ofSeconds(1), "hand announcements out", handingOut::handOut)
                .every(Duration.ofSeconds(1), "take announcements back", withdrawals::carryOn)
                .every(Duration.ofSeconds(2), "see whether an answer changed elsewhere", rereading::look)
                .every(Duration.ofMinutes(1), "compare all answers with the store", rereading::lookClosely)
                .every(Duration.ofMinutes(10), "ask whether answers are still true", askingWhetherTrue::askDue)
                .every(Duration.ofSeconds(10), "see to questions for people", rounds::make)
                .every(Duration.ofSeconds(10), "hand standing announcements to latecomers", latecomers::welcome)
                .every(Duration.ofSeconds(1), "pass on seats nobody answered for", registrations::passOn)
                .every(Duration.ofSeconds(5), "write to people after a forum", following::followUp)
                .every(Duration.ofSeconds(5), "ask about photos", askingForPhotos::askWhoCameIn)
                .every(Duration.ofMinutes(1), "take materials away", photoRemoval::carryOn)
                .every(Duration.ofMinutes(1), "tell of changed forums", registrations::tellOfChanges)
                .every(Duration.ofSeconds(3), "count who understood a change", liveCount::show)
                .every(Duration.ofSeconds(5), "change what still speaks of a forum as it was", refreshing::refresh)
                .every(Duration.ofMinutes(10), "finish registrations a crash left half done", registrations::repair)
                .every(Duration.ofSeconds(5), "forget who asked for it", erasures::carryOut)
                .every(Duration.ofSeconds(5), "read what was said, to find it again", keepingUp::keepUp)
                .dailyAtUtc(1, 0, "let old texts go", retention::sweep)
                .dailyAtUtc(2, 0, "let go of what can no longer be found", keepingUp::compare)
                .every(Duration.ofHours(1), "back up", upkeep::backup)
                .dailyAtUtc(1, 30, "compact the store", upkeep::compact);
    }

    @Bean
    SchedulerFactoryBean scheduler(Ticks ticks) {
        var threads = new Properties();
        threads.setProperty("org.quartz.threadPool.threadCount", "4");
        threads.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        threads.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        var scheduler = new SchedulerFactoryBean();
        scheduler.setQuartzProperties(threads);
        scheduler.setJobDetails(ticks.jobs.toArray(JobDetail[]::new));
        scheduler.setTriggers(ticks.triggers.toArray(Trigger[]::new));
        scheduler.setWaitForJobsToCompleteOnShutdown(true);
        return scheduler;
    }
}
